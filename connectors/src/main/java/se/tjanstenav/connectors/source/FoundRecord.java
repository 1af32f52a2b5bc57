package se.tjanstenav.connectors.source;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.RecordContext;

/**
 * One record of a run.
 *
 * @param ordinal its place among the run's records, from 1
 * @param externalId its identity, where it has one
 * @param oversized whether the record is larger than the hub reads, and the tree only its beginning
 * @param context what a mapping sees beside it
 */
public record FoundRecord(
        long ordinal, @Nullable String externalId, @Nullable Object tree, boolean oversized, RecordContext context) {

    /** The same record with other surroundings. */
    public FoundRecord with(RecordContext other) {
        return new FoundRecord(ordinal, externalId, tree, oversized, other);
    }

    /** The same record, known to be too large. */
    public FoundRecord tooLarge() {
        return new FoundRecord(ordinal, externalId, tree, true, context);
    }
}
