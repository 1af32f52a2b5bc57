package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild of the search index that somebody asked for stands or ended.
 *
 * @param services how many services the new index holds so far
 * @param expected how many there were when it began
 * @param detail why it failed
 */
public record IndexRebuild(
        UUID id,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        long services,
        long expected,
        @Nullable String detail) {

    /** How it stands. */
    public enum State {
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("finished")
        FINISHED,
        @JsonProperty("failed")
        FAILED,
        /** The hub that made it has ended before it was done; the index of before is still in use. */
        @JsonProperty("abandoned")
        ABANDONED
    }
}
