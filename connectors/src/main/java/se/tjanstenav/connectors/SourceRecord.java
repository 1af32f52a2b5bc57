package se.tjanstenav.connectors;

import org.jspecify.annotations.Nullable;

/**
 * One record as the agency sent it, whatever the format, as a tree of maps, lists, strings, numbers, booleans and null.
 *
 * @param ordinal its place in the feed, from 1
 * @param externalId its identity in the feed as the descriptor's {@code id} pointer finds it, null where it is missing
 * @param tree the record; not to be changed
 */
public record SourceRecord(
        long ordinal, @Nullable String externalId, @Nullable Object tree) {}
