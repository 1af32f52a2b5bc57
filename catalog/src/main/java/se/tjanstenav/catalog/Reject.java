package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Why one record of a feed could not be used, told so that the agency can mend it.
 *
 * @param externalId the record's own id, where it could be read; without blanks around, as {@code Contribution} has it
 * @param ordinal the record's place in the feed, from 1
 * @param code such as {@code MAPPING}, {@code INVALID_CONTRIBUTION}, {@code CONFLICTING_DUPLICATE}
 * @param detail what is wrong and what to do; like {@code pointer} kept to one line of 500 characters
 * @param pointer JSON pointer to the fault in the mapped result or the source record
 * @param expressionPosition place in the mapping expression, in characters from 0
 * @param excerpt at most 200 characters of the record, with what looks like a personal identity number masked
 */
public record Reject(
        @Nullable String externalId,
        long ordinal,
        Stage stage,
        String code,
        String detail,
        @Nullable String pointer,
        @Nullable Integer expressionPosition,
        @Nullable String excerpt) {

    private static final int MAX_DETAIL = 500;
    private static final int MAX_EXCERPT = 200;

    public Reject {
        externalId = externalId == null || externalId.isBlank() ? null : externalId.strip();
        detail = SafeText.line(detail, MAX_DETAIL);
        pointer = SafeText.optionalLine(pointer, MAX_DETAIL);
        excerpt = SafeText.optionalLine(excerpt, MAX_EXCERPT);
    }

    /** Where in the life of a record it was rejected. */
    public enum Stage {
        @JsonProperty("parse")
        PARSE,
        @JsonProperty("map")
        MAP,
        @JsonProperty("check")
        CHECK,
        @JsonProperty("stage")
        STAGE
    }
}
