package se.tjanstenav.connectors.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an expectation. Only {@link #FAILS} makes the whole examination fail. */
public enum Outcome {
    @JsonProperty("holds")
    HOLDS("holds"),
    /** It does not hinder the hub, but the agency may want to mend it. */
    @JsonProperty("advice")
    ADVICE("advice"),
    @JsonProperty("fails")
    FAILS("FAILS"),
    /** The descriptor has no use for it, or it could not be examined; the evidence says which. */
    @JsonProperty("notApplicable")
    NOT_APPLICABLE("n/a");

    private final String shown;

    Outcome(String shown) {
        this.shown = shown;
    }

    String shown() {
        return shown;
    }
}
