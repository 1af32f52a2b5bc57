package se.tjanstenav.connectors.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.descriptor.FeedSpec.Incremental;
import se.tjanstenav.connectors.tree.TreePointer;

/** How one run goes on from the last published one, and what it leaves for the next. For one run. */
public final class Resumption {

    private final FeedSpec spec;
    private final String feed;
    private final Optional<Bookmark> previous;
    private final Optional<String> since;
    private final Watermark watermark;
    private final Instant begun;

    /**
     * Takes over what a bookmark holds, unless the feed has become another since.
     *
     * @param feed fingerprint of the feed, see {@link #fingerprint}
     */
    public Resumption(FeedSpec spec, String feed, @Nullable String bookmark, Clock clock) {
        this.spec = spec;
        this.feed = feed;
        this.previous = Bookmark.read(bookmark, feed);
        this.watermark = new Watermark(clock);
        this.begun = clock.instant();
        this.since = spec.incremental() == null || isDue(spec.incremental())
                ? Optional.empty()
                : previous.map(Bookmark::since);
        since.ifPresent(watermark::see);
    }

    private boolean isDue(Incremental incremental) {
        Instant wholeAt = previous.map(Bookmark::wholeAt).orElse(null);
        return wholeAt == null || !begun.isBefore(wholeAt.plus(incremental.fullEvery()));
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

    /** The position to ask from; empty where the feed is to be seen whole. */
    public Optional<String> since() {
        return since;
    }

    void saw(@Nullable Object record) {
        if (spec.incremental() != null) {
            TreePointer.parse(spec.incremental().field()).findText(record).ifPresent(watermark::see);
        }
    }

    /** How much of the feed a run has seen that has seen so much of what it asked for. */
    Completeness ofTheFeed(Completeness seen) {
        return since.isPresent() ? Completeness.PARTIAL : seen;
    }

    /** What to leave after a run that has seen so much of what it asked for, told by these validators. */
    Optional<String> leave(Completeness seen, Validators validators) {
        return spec.incremental() == null ? leaveValidators(seen, validators) : leavePosition(seen);
    }

    private Optional<String> leaveValidators(Completeness seen, Validators validators) {
        Validators told = seen == Completeness.UNCHANGED && validators.isEmpty() ? known() : validators;
        return spec.conditional() && seen != Completeness.PARTIAL && !told.isEmpty()
                ? Optional.of(new Bookmark(feed, told, null, null).write())
                : Optional.empty();
    }

    /** A run that was cut short may have left out records before the greatest value that it saw. */
    private Optional<String> leavePosition(Completeness seen) {
        if (seen == Completeness.PARTIAL) {
            return since.flatMap(same -> previous).map(Bookmark::write);
        }
        Instant wholeAt = since.isPresent() ? previous.map(Bookmark::wholeAt).orElse(begun) : begun;
        return watermark.greatest().map(position -> new Bookmark(feed, Validators.NONE, position, wholeAt).write());
    }
}
