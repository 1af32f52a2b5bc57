package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a feed's data stand (after the {@code ProcessingStatus} of the Swedish health-care contracts, RIV-TA). */
public enum SyncStatus {
    /** The latest harvest succeeded and is within its freshness. */
    @JsonProperty("fromSource")
    FROM_SOURCE,
    /** The latest harvest succeeded, but longer ago than the freshness allows. */
    @JsonProperty("fromCache")
    FROM_CACHE,
    /** The latest harvest failed; the last known good is served. */
    @JsonProperty("fromCacheSyncFailed")
    FROM_CACHE_SYNC_FAILED,
    /** No harvest has succeeded yet, and the latest failed. */
    @JsonProperty("noDataSyncFailed")
    NO_DATA_SYNC_FAILED,
    /** Registered, and not harvested yet. */
    @JsonProperty("notYetSynced")
    NOT_YET_SYNCED
}
