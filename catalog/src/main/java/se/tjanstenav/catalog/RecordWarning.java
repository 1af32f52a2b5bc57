package se.tjanstenav.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something that is doubtful about one record of a feed, which is published all the same.
 *
 * @param externalId the record's own id
 * @param code such as {@code NO_SWEDISH_NAME}; shown to readers with what the record brought
 * @param detail what is doubtful and what to do; like {@code pointer} kept to one line of 500 characters
 * @param pointer JSON pointer into the mapped result
 */
public record RecordWarning(
        String externalId,
        String code,
        String detail,
        @Nullable String pointer) {

    private static final int MAX_DETAIL = 500;

    public RecordWarning {
        detail = SafeText.line(detail, MAX_DETAIL);
        pointer = SafeText.optionalLine(pointer, MAX_DETAIL);
    }
}
