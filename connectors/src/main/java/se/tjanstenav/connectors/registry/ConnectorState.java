package se.tjanstenav.connectors.registry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a connector stands: as its newest version does while none was ever active, else as one of the last three. */
public enum ConnectorState {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("validated")
    VALIDATED,
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("active")
    ACTIVE,
    /** Not harvested; what it has published stays. */
    @JsonProperty("paused")
    PAUSED,
    /** Active, but the latest run of one of its feeds is held back until a person has looked at it. */
    @JsonProperty("quarantined")
    QUARANTINED
}
