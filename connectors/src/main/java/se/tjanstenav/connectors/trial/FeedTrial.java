package se.tjanstenav.connectors.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FeedKind;

/**
 * What a dry run found in one feed.
 *
 * @param live whether it is looked up when somebody asks, and nothing of it is ever published
 * @param fault why the feed could not be read any further
 * @param more whether there are records beyond the limit
 * @param whole whether the whole feed was read
 * @param incomplete why the feed was not read whole, other than by the fault or the limit
 * @param missing what is published of the feed and no longer in it; null where that cannot be told
 * @param ignoredFields what the records have and the mapping does not read
 * @param lacking what readers look for and the mapped records lack
 */
public record FeedTrial(
        String feed,
        FeedKind kind,
        boolean live,
        @Nullable Fault fault,
        boolean more,
        boolean whole,
        List<String> incomplete,
        Counts counts,
        List<RecordTrial> records,
        @Nullable Missing missing,
        List<IgnoredField> ignoredFields,
        List<Wishes.Lack> lacking) {

    public FeedTrial {
        incomplete = List.copyOf(incomplete);
        records = List.copyOf(records);
        ignoredFields = List.copyOf(ignoredFields);
        lacking = List.copyOf(lacking);
    }

    /**
     * How many records.
     *
     * @param warned those that can be used, but carry a warning
     */
    public record Counts(int read, int mapped, int added, int changed, int unchanged, int rejected, int warned) {}

    /**
     * A field of the source that the mapping does not read.
     *
     * @param pointer without the places in lists
     * @param records how many of the records have it
     */
    public record IgnoredField(String pointer, int records) {}

    /**
     * Published records that a complete run would miss; a second one in a row would remove them.
     *
     * @param total how many there are in all
     * @param first some of them
     */
    public record Missing(long total, List<Named> first) {

        public Missing {
            first = List.copyOf(first);
        }
    }

    /**
     * A published record.
     *
     * @param name of its service, where the record names it
     */
    public record Named(String externalId, @Nullable String name) {}
}
