package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whom a service is for; recipients come in several kinds, and one service can have several. */
public enum Audience {
    @JsonProperty("privatePerson")
    PRIVATE_PERSON,
    @JsonProperty("business")
    BUSINESS,
    @JsonProperty("association")
    ASSOCIATION,
    @JsonProperty("nextOfKin")
    NEXT_OF_KIN,
    @JsonProperty("guardian")
    GUARDIAN,
    @JsonProperty("child")
    CHILD,
    @JsonProperty("publicOrganisation")
    PUBLIC_ORGANISATION
}
