package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order services are listed; the name decides between equals. */
public enum ServiceOrder {
    /** How well the words fit; without words there is nothing to weigh, and the name decides. */
    @JsonProperty("relevance")
    RELEVANCE,
    /** By {@link TypicalTime}, the shortest first; services without one come last. */
    @JsonProperty("processingTime")
    PROCESSING_TIME,
    /** What has changed last comes first. */
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("name")
    NAME
}
