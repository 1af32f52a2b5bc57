package se.tjanstenav.connectors.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a version has come. */
public enum VersionStatus {
    /** Posted; what a validation may have found stands with it. */
    @JsonProperty("draft")
    DRAFT,
    /** Without a fault when it was last validated. */
    @JsonProperty("validated")
    VALIDATED,
    @JsonProperty("approved")
    APPROVED,
    /** The version of its connector that runs, unless the connector is paused. */
    @JsonProperty("active")
    ACTIVE,
    /** Was active before; can be rolled back to. */
    @JsonProperty("retired")
    RETIRED
}
