package se.tjanstenav.connectors.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.descriptor.FeedSpec;

/** How one run goes on from the last published one, and what it leaves for the next. For one run. */
public final class Resumption {

    private final FeedSpec spec;
    private final String feed;
    private final Optional<Bookmark> previous;

    /**
     * Takes over what a bookmark holds, unless the feed has become another since.
     *
     * @param feed fingerprint of the feed, see {@link #fingerprint}
     */
    public Resumption(FeedSpec spec, String feed, @Nullable String bookmark) {
        this.spec = spec;
        this.feed = feed;
        this.previous = Bookmark.read(bookmark, feed);
    }

    /** A text that differs if any of the parts does. */
    public static String fingerprint(Object... parts) {
        try {
            byte[] text = List.of(parts).toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The answer that need not be sent again. */
    public Validators known() {
        return spec.conditional() ? previous.map(Bookmark::validators).orElse(Validators.NONE) : Validators.NONE;
    }

    /** What to leave after a run that has seen so much, and whose answer is told by these validators. */
    Optional<String> leave(Completeness seen, Validators validators) {
        Validators told = seen == Completeness.UNCHANGED && validators.isEmpty() ? known() : validators;
        return spec.conditional() && seen != Completeness.PARTIAL && !told.isEmpty()
                ? Optional.of(new Bookmark(feed, told).write())
                : Optional.empty();
    }
}
