package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.regex.Pattern;

/**
 * One feed of one connector, written {@code connector/feed}; the unit that is harvested, has a status and owns its
 * contributions.
 *
 * @param connector the connector's id: lower-case letters, digits and hyphens
 * @param feed the feed's name within the connector, letters and digits
 */
public record FeedId(String connector, String feed) implements Comparable<FeedId> {

    private static final Pattern CONNECTOR = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern FEED = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,62}");

    public FeedId {
        Constraints.matching(connector, "connector id", CONNECTOR, "lower-case letters, digits and hyphens");
        Constraints.matching(feed, "feed name", FEED, "a letter followed by letters, digits or hyphens");
    }

    /** Reads the {@code connector/feed} form that {@link #toString()} writes. */
    public static FeedId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("A feed is written connector/feed, but this is '" + text + "'");
        }
        return new FeedId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The form in logs, metrics and the task table. */
    @JsonIgnore
    public String path() {
        return connector + "/" + feed;
    }

    @Override
    public int compareTo(FeedId other) {
        return path().compareTo(other.path());
    }

    @Override
    public String toString() {
        return path();
    }
}
