package se.tjanstenav.connectors.access;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a caller of the registry API is. */
public enum Role {
    /** Runs the hub and sees everything. */
    @JsonProperty("operator")
    OPERATOR,
    /** Sees and touches what is its own. */
    @JsonProperty("agency")
    AGENCY
}
