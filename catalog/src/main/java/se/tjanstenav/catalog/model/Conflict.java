package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A record that says something else about a field group than what is shown, or wants something that it may not.
 *
 * @param feed where the record comes from
 * @param agency the agency that runs that feed
 * @param record the record's external id in its feed
 * @param reason why it lost
 * @param fields JSON pointers into its contribution, to what is not shown as it says; at most {@value #MOST_FIELDS}
 */
public record Conflict(FeedId feed, AgencyId agency, String record, Reason reason, List<String> fields) {

    public static final int MOST_FIELDS = 20;

    public Conflict {
        fields = fields.stream().limit(MOST_FIELDS).toList();
    }

    /** Why a record lost. */
    public enum Reason {
        /** What is shown comes from the service's competent authority, and the record does not. */
        @JsonProperty("competentAuthority")
        COMPETENT_AUTHORITY,
        /** What is shown speaks of the service by its own code, the record by another that is the same service. */
        @JsonProperty("ownCode")
        OWN_CODE,
        /** Neither weighs more; the feed of what is shown comes first by name. */
        @JsonProperty("feedOrder")
        FEED_ORDER,
        /** Both stand in one feed; the record of what is shown comes first by id. */
        @JsonProperty("recordOrder")
        RECORD_ORDER,
        /** Another service defines the same concept, and comes first. */
        @JsonProperty("conceptOrder")
        CONCEPT_ORDER,
        /** The record says that the service is the same as another, which only its competent authority may say. */
        @JsonProperty("sameAsRefused")
        SAME_AS_REFUSED
    }
}
