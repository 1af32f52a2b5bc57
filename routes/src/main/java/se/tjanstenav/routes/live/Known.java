package se.tjanstenav.routes.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.WaitingTimes.State;
import se.tjanstenav.connectors.LiveAnswer;
import se.tjanstenav.connectors.LiveFeed.Rules;

/**
 * What the hub knows from one feed, and how it came to know it.
 *
 * @param answer the latest usable answer
 * @param retrievedAt when that came
 * @param failingSince when the first of the look-ups began that have failed since
 * @param notBefore until when the agency is left alone
 * @param slow whether the latest answer took longer than the budget
 */
record Known(
        @Nullable LiveAnswer answer,
        @Nullable Instant retrievedAt,
        @Nullable Instant failingSince,
        @Nullable Instant notBefore,
        boolean slow) {

    static final Known NOTHING = new Known(null, null, null, null, false);

    private static final long BASE_WEIGHT = 256;
    private static final long BYTES_PER_CHARACTER = 2;

    static Known answered(LiveAnswer answer, Instant at, boolean slow) {
        return new Known(answer, at, null, null, slow);
    }

    /** The agency has not answered; what it said before holds as long as it would have. */
    Known failed(Instant begunAt, Instant nextAttempt) {
        return new Known(answer, retrievedAt, failingSince == null ? begunAt : failingSince, nextAttempt, slow);
    }

    State state(Instant now, Rules rules) {
        if (isWithin(rules.fresh(), now)) {
            return State.FRESH;
        }
        Duration longest = rules.staleIfError().compareTo(rules.staleWhileRevalidate()) < 0
                ? rules.staleWhileRevalidate()
                : rules.staleIfError();
        return isWithin(rules.fresh().plus(longest), now) ? State.STALE : State.UNKNOWN;
    }

    /** Whether the agency is to be asked. */
    boolean due(Instant now, Rules rules) {
        return !isWithin(rules.fresh(), now) && (notBefore == null || !now.isBefore(notBefore));
    }

    /** Whether a citizen had better wait for the agency: what is known will not do, and it is expected to answer in time. */
    boolean worthWaiting(Instant now, Rules rules) {
        return failingSince == null && !slow && !isWithin(rules.fresh().plus(rules.staleWhileRevalidate()), now);
    }

    private boolean isWithin(Duration age, Instant now) {
        return retrievedAt != null && now.isBefore(retrievedAt.plus(age));
    }

    /** About how many bytes it takes. */
    long weight() {
        return answer == null
                ? BASE_WEIGHT
                : BASE_WEIGHT
                        + BYTES_PER_CHARACTER * answer.services().toString().length();
    }
}
