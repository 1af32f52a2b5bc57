package se.tjanstenav.connectors;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.RecordContext;

/**
 * One record as the agency sent it, whatever the format, as a tree of maps, lists, strings, numbers, booleans and null.
 *
 * @param ordinal its place in the feed, from 1
 * @param externalId its identity in the feed as the descriptor's {@code id} pointer finds it, null where it is missing
 * @param tree the record; not to be changed
 * @param oversized whether the record is larger than the hub reads, and the tree only its beginning; it will be rejected
 * @param context what the mapping sees beside the record
 */
public record SourceRecord(
        long ordinal, @Nullable String externalId, @Nullable Object tree, boolean oversized, RecordContext context) {

    /** A record that was read whole, with nothing beside it. */
    public SourceRecord(long ordinal, @Nullable String externalId, @Nullable Object tree) {
        this(ordinal, externalId, tree, false, RecordContext.NONE);
    }
}
