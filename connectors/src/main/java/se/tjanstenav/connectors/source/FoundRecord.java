package se.tjanstenav.connectors.source;

import org.jspecify.annotations.Nullable;

/**
 * One record of a run.
 *
 * @param ordinal its place among the run's records, from 1
 * @param externalId its identity, where it has one
 */
public record FoundRecord(
        long ordinal, @Nullable String externalId, @Nullable Object tree) {}
