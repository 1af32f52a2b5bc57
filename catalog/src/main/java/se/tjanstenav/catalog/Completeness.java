package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of the feed a run has seen, as the source tells it. Only a complete run may conclude that a record is gone. */
public enum Completeness {
    @JsonProperty("complete")
    COMPLETE,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("unchanged")
    UNCHANGED
}
