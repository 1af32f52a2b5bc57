package se.tjanstenav.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;

/**
 * A record whose mapping succeeded.
 *
 * @param warnings what is doubtful about it, mostly nothing
 * @param fingerprint what it is made of, null where that cannot be told
 * @param source from what the record can be mapped again, a tree of maps, lists, texts, numbers, booleans and null; kept
 *     only where the record is rejected after all
 */
public record UsableRecord(
        Contribution contribution,
        List<RecordWarning> warnings,
        @Nullable String fingerprint,
        @Nullable Object source) {

    public UsableRecord {
        warnings = List.copyOf(warnings);
    }

    /** A record without warnings whose source is not at hand. */
    public static UsableRecord of(Contribution contribution) {
        return new UsableRecord(contribution, List.of(), null, null);
    }

    /** Leaves out the source, which is not for logs. */
    @Override
    public String toString() {
        return "UsableRecord[" + contribution.externalId() + "]";
    }
}
