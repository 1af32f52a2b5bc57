package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Another service that belongs together with the one described. It may be any agency's and need not be in the catalogue.
 *
 * @param name what it is called, for where the catalogue does not know it
 */
public record RelatedService(
        Relation relation, ServiceKey service, @Nullable LocalizedText name) {

    /** How the other service stands to the one described. */
    public enum Relation {
        /** Its result is needed first (CPSV-AP {@code dct:requires}). */
        @JsonProperty("requires")
        REQUIRES,
        /** It usually comes before ({@code cv:relatedService}, of which CPSV-AP knows no order). */
        @JsonProperty("before")
        BEFORE,
        /** It usually comes after ({@code cv:relatedService}). */
        @JsonProperty("after")
        AFTER,
        /** It is otherwise of use to the same people ({@code cv:relatedService}). */
        @JsonProperty("seeAlso")
        SEE_ALSO
    }
}
