package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run stands or ended. */
public enum RunOutcome {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("published")
    PUBLISHED,
    /** Held back until a person approves it, because it was empty, shrank the feed or rejected too much. */
    @JsonProperty("quarantined")
    QUARANTINED,
    @JsonProperty("failed")
    FAILED,
    /** Its process died, or a later run took its place. */
    @JsonProperty("abandoned")
    ABANDONED
}
