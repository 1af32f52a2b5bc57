package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a feed is mainly about. A record may fill other field groups too. */
public enum FeedKind {
    @JsonProperty("services")
    SERVICES,
    @JsonProperty("processingTimes")
    PROCESSING_TIMES,
    @JsonProperty("commitments")
    COMMITMENTS,
    @JsonProperty("channels")
    CHANNELS,
    /** Life events and business events as journeys. */
    @JsonProperty("events")
    EVENTS
}
