package se.tjanstenav.connectors.source;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a published run leaves for the next one of its feed.
 *
 * @param feed fingerprint of what the feed was then; of another feed, or one mapped differently, nothing is taken over
 * @param validators what the one page was told by
 * @param since the greatest value that has been published, for incremental runs
 * @param wholeAt when the feed was last seen whole, for incremental runs
 */
record Bookmark(
        String feed,
        Validators validators,
        @Nullable String since,
        @Nullable Instant wholeAt) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    Bookmark(String feed, @Nullable Validators validators, @Nullable String since, @Nullable Instant wholeAt) {
        this.feed = feed;
        this.validators = validators == null ? Validators.NONE : validators;
        this.since = since;
        this.wholeAt = wholeAt;
    }

    /** The bookmark in the text, if it is one of the same feed. */
    static Optional<Bookmark> read(@Nullable String text, String feed) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Bookmark bookmark = MAPPER.readValue(text, Bookmark.class);
            return bookmark != null && feed.equals(bookmark.feed()) ? Optional.of(bookmark) : Optional.empty();
        } catch (JacksonException e) {
            // Written by another version of the hub: the feed is seen whole once, and the bookmark replaced.
            return Optional.empty();
        }
    }

    String write() {
        return MAPPER.writeValueAsString(this);
    }
}
