package se.tjanstenav.connectors.source;

import org.jspecify.annotations.Nullable;

/**
 * One record of a run.
 *
 * @param ordinal its place among the run's records, from 1
 * @param externalId its identity, where it has one
 * @param oversized whether the record is larger than the hub reads, and the tree only its beginning
 */
public record FoundRecord(
        long ordinal, @Nullable String externalId, @Nullable Object tree, boolean oversized) {}
