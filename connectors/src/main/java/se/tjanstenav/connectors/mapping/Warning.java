package se.tjanstenav.connectors.mapping;

import org.jspecify.annotations.Nullable;

/**
 * Something about a record that its agency should look at, although the record is published.
 *
 * @param detail what is doubtful and what to do, as a sentence without its full stop
 * @param pointer JSON pointer into the contribution, null where it is about no one part of it
 */
public record Warning(Code code, String detail, @Nullable String pointer) {

    /** The stable codes of a warning. */
    public enum Code {
        /** A code of the agency's own is in none of the descriptor's code lists, and was left out. */
        UNKNOWN_CODE,
        /** A service has a name, but none in Swedish. */
        NO_SWEDISH_NAME
    }
}
