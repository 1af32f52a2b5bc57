package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of a service that one source answers for as a whole; provenance is told per group. */
public enum FieldGroup {
    @JsonProperty("description")
    DESCRIPTION,
    @JsonProperty("channels")
    CHANNELS,
    @JsonProperty("processingTimes")
    PROCESSING_TIMES,
    @JsonProperty("commitments")
    COMMITMENTS
}
