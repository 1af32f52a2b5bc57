package se.tjanstenav.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel is open at a moment.
 *
 * @param closes when it closes next; only where it is open, and null where it never does
 * @param opens when it opens next; only where it is closed, and null where that is more than a year away
 * @param holiday whether a public holiday keeps it closed on a day on which it is open as a rule
 */
public record Openness(
        State state, @Nullable Instant closes, @Nullable Instant opens, boolean holiday) {

    static final Openness ANY_TIME = new Openness(State.ANY_TIME, null, null, false);
    static final Openness UNKNOWN = new Openness(State.UNKNOWN, null, null, false);

    /** From what can be used at once to what nobody tells of. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        /** It has no hours and needs none: nobody has to be there. */
        @JsonProperty("anyTime")
        ANY_TIME,
        @JsonProperty("closed")
        CLOSED,
        /** Somebody has to be there, and no source tells when. */
        @JsonProperty("unknown")
        UNKNOWN
    }
}
