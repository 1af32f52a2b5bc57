package se.tjanstenav.connectors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.tree.TreeDigest;

/**
 * Tells by one text what a record of a feed is made of: itself, all that its mapping sees beside it, and the feed as it is
 * described.
 */
final class Fingerprints {

    /** Raised whenever the hub makes something else of the same record by the same descriptor. */
    private static final int MAPPING = 1;

    private final String feed;

    /** @param feed a text that differs as soon as the feed's description does */
    Fingerprints(String feed) {
        this.feed = feed;
    }

    /** The record's fingerprint; null where it has no identity, or is not whole. */
    @Nullable
    String of(SourceRecord record) {
        RecordContext context = record.context();
        if (record.externalId() == null || record.oversized() || context.missing() != null) {
            return null;
        }
        return TreeDigest.of(Arrays.asList(MAPPING, feed, context.lookupDigests(), context.beside(), record.tree()));
    }
}
