package se.tjanstenav.connectors.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody did. */
public enum AuditAction {
    @JsonProperty("connectorRegistered")
    CONNECTOR_REGISTERED,
    @JsonProperty("connectorDeleted")
    CONNECTOR_DELETED,
    @JsonProperty("versionPosted")
    VERSION_POSTED,
    @JsonProperty("versionValidated")
    VERSION_VALIDATED,
    @JsonProperty("versionApproved")
    VERSION_APPROVED,
    @JsonProperty("versionActivated")
    VERSION_ACTIVATED,
    @JsonProperty("versionRolledBack")
    VERSION_ROLLED_BACK,
    @JsonProperty("connectorPaused")
    CONNECTOR_PAUSED,
    @JsonProperty("connectorResumed")
    CONNECTOR_RESUMED,
    @JsonProperty("secretStored")
    SECRET_STORED,
    @JsonProperty("secretDeleted")
    SECRET_DELETED,
    @JsonProperty("keyCreated")
    KEY_CREATED,
    @JsonProperty("keyRevoked")
    KEY_REVOKED,
    @JsonProperty("runRequested")
    RUN_REQUESTED,
    @JsonProperty("runApproved")
    RUN_APPROVED,
    @JsonProperty("rejectReplayed")
    REJECT_REPLAYED,
    @JsonProperty("indexRebuildRequested")
    INDEX_REBUILD_REQUESTED
}
