package se.tjanstenav.connectors.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where in a feed a page begins.
 *
 * @param page number of pages before it
 * @param offset number of records before it
 * @param cursor what the page before named, null on the first page
 * @param link where the page before led to, null on the first page
 */
public record Position(
        int page,
        long offset,
        @Nullable String cursor,
        @Nullable URI link) {

    /** The first page. */
    public static final Position START = new Position(0, 0, null, null);
}
