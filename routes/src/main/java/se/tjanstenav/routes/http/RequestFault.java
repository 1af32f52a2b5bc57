package se.tjanstenav.routes.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer into the request, such as {@code /query/limit}
 * @param detail what is wrong and what is allowed
 * @param remedy what to do, where the detail does not say it
 * @param line line in the text that was sent, from 1
 * @param column column in that line, from 1
 */
public record RequestFault(
        String pointer,
        String detail,
        @Nullable String remedy,
        @Nullable Integer line,
        @Nullable Integer column) {

    public RequestFault(String pointer, String detail) {
        this(pointer, detail, null, null, null);
    }
}
