package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What a run did, or has done so far.
 *
 * @param completeness partial as long as the run has not ended
 * @param startedAt null while it waits
 * @param seenAt its last sign of life
 * @param endedAt null until it has ended
 * @param fault why it failed or was quarantined
 * @param approvedBy who found what was held back to be right
 * @param passedWith the approved run for whose sake this one was not held back
 * @param conflicts of how many field groups that the feed's records speak of something is not shown, because another
 *     record says something else
 */
public record RunReport(
        UUID id,
        FeedId feed,
        Origin origin,
        RunOutcome outcome,
        Completeness completeness,
        @Nullable Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        Counts counts,
        @Nullable Fault fault,
        @Nullable String approvedBy,
        @Nullable UUID passedWith,
        long conflicts) {

    /**
     * Where a run comes from.
     *
     * @param by the name of whoever asked for it, or {@link #SCHEDULE}
     * @param descriptorVersion the version of the registered descriptor it used, null where there are no versions
     * @param requestedAt when it was asked for, which is when it began where it did not wait
     */
    public record Origin(Kind kind, String by, @Nullable Integer descriptorVersion, Instant requestedAt) {

        /** Stands for the feed's own schedule, where a caller's name would. */
        public static final String SCHEDULE = "schedule";
    }

    /** What a run reads. */
    public enum Kind {
        /** The agency's interface. */
        @JsonProperty("harvest")
        HARVEST,
        /** A record that an earlier run rejected, as it was kept. */
        @JsonProperty("replay")
        REPLAY
    }

    /**
     * Records by fate. {@code read} is the sum of {@code unchanged}, {@code added}, {@code changed}, {@code rejected}
     * and identical repetitions; {@code warned} are those among the usable that carry a warning.
     */
    public record Counts(
            long read, long unchanged, long added, long changed, long removed, long rejected, long warned) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        /** The records that became a usable contribution, repetitions included. */
        public long mapped() {
            return read - rejected;
        }

        /** The usable records, repetitions once. */
        public long usable() {
            return unchanged + added + changed;
        }
    }
}
