package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The parts of a service that one source answers for as a whole; provenance is told per group. */
public enum FieldGroup {
    @JsonProperty("description")
    DESCRIPTION("description"),
    @JsonProperty("channels")
    CHANNELS("channels"),
    @JsonProperty("processingTimes")
    PROCESSING_TIMES("processingTimes"),
    @JsonProperty("commitments")
    COMMITMENTS("commitments"),
    /** A journey, which is no part of a service but is told of in the same way. */
    @JsonProperty("journey")
    JOURNEY("journey");

    private final String fieldName;

    FieldGroup(String fieldName) {
        this.fieldName = fieldName;
    }

    /** The group's name in a contribution. */
    public String fieldName() {
        return fieldName;
    }
}
