package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a harvest failed, safe to show to anybody.
 *
 * @param code such as {@code CONNECTION_REFUSED}, {@code AUTH}, {@code MALFORMED_RESPONSE}
 * @param detail what happened, where, and what to do; holds no secret, no credential and no stack trace; kept to
 *     one line of 500 characters
 */
public record Fault(Category category, String code, String detail) {

    private static final int MAX_DETAIL = 500;

    public Fault {
        detail = SafeText.line(detail, MAX_DETAIL);
    }

    /** Who has to act. */
    public enum Category {
        @JsonProperty("descriptor")
        DESCRIPTOR,
        @JsonProperty("agencyUnavailable")
        AGENCY_UNAVAILABLE,
        @JsonProperty("agencyAnsweredWrongly")
        AGENCY_ANSWERED_WRONGLY,
        @JsonProperty("hub")
        HUB
    }
}
