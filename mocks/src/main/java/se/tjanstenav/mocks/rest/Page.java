package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.records.Records;

/**
 * The records a request asked for, and where they are in the whole feed.
 *
 * @param index of the page, from 0, whatever number its dialect gives it
 * @param number of the page in the feed's dialect
 * @param next what the paging parameter is on the page after this, if there is one
 */
record Page(
        Records records,
        long total,
        long offset,
        long limit,
        long index,
        long number,
        @Nullable String next,
        @Nullable String nextUrl) {

    private static final String CURSOR_PREFIX = "from:";
    private static final int LARGEST = 50;

    static Page of(FeedParameters feed, Query query, Records all) {
        if (feed.pagingOrNone() == Paging.NONE) {
            return new Page(all, all.size(), 0, all.size(), 0, feed.firstOrDefault(), null, null);
        }
        String parameter = feed.parameterOrDefault();
        int limit = query.number(feed.sizeParameterOrDefault(), feed.sizeOrDefault(), 1, LARGEST);
        int first = feed.firstOrDefault();
        long offset =
                switch (feed.pagingOrNone()) {
                    case NONE -> 0;
                    case CURSOR -> query.text(parameter).map(Page::position).orElse(0L);
                    case OFFSET -> query.number(parameter, 0, 0, Integer.MAX_VALUE);
                    case PAGE, LINK ->
                        (query.number(parameter, first, first, Integer.MAX_VALUE) - first) * (long) limit;
                };
        long index = offset / limit;
        long end = offset + limit;
        String next = end >= all.size()
                ? null
                : switch (feed.pagingOrNone()) {
                    case NONE -> null;
                    case CURSOR -> cursor(end);
                    case OFFSET -> String.valueOf(end);
                    case PAGE, LINK -> String.valueOf(first + index + 1);
                };
        String nextUrl = next == null
                ? null
                : query.addressWith(parameter, next, feed.sizeParameterOrDefault(), String.valueOf(limit));
        return new Page(all.range(offset, end), all.size(), offset, limit, index, first + index, next, nextUrl);
    }

    /** How many pages there are of this size. */
    long pages() {
        return limit == 0 ? 0 : (total + limit - 1) / limit;
    }

    private static String cursor(long position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((CURSOR_PREFIX + position).getBytes(UTF_8));
    }

    private static long position(String cursor) {
        String text = decoded(cursor);
        if (!text.matches(CURSOR_PREFIX + "\\d{1,9}")) {
            throw new IllegalArgumentException("Unknown cursor " + cursor + "; start again without it");
        }
        return Long.parseLong(text.substring(CURSOR_PREFIX.length()));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
