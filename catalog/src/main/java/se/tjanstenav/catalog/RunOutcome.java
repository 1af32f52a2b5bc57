package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a run stands or ended. */
public enum RunOutcome {
    /** Asked for, and not begun yet. */
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("published")
    PUBLISHED,
    /** Held back until a person approves it, because it was empty, changed the feed's length too much or rejected too much. */
    @JsonProperty("quarantined")
    QUARANTINED,
    @JsonProperty("failed")
    FAILED,
    /** Its process died, a later run took its place, or its feed was gone before it began. */
    @JsonProperty("abandoned")
    ABANDONED
}
