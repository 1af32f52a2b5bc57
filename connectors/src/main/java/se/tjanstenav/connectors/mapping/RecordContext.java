package se.tjanstenav.connectors.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping sees beside the record itself, as variables.
 *
 * @param beside trees that belong to this record alone: {@code outer} and {@code detail}
 * @param lookups the run's lookups by name
 * @param missing why something that belongs to the record could not be had, so that it cannot be used; null mostly
 */
public record RecordContext(
        Map<String, @Nullable Object> beside,
        Map<String, LookupTable> lookups,
        @Nullable String missing) {

    public static final RecordContext NONE = new RecordContext(Map.of(), Map.of(), null);

    /** The name of the element that a nested list stands in. */
    public static final String OUTER = "outer";

    /** The name of what a detail call answered. */
    public static final String DETAIL = "detail";

    public RecordContext {
        beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
        lookups = Map.copyOf(lookups);
    }

    public RecordContext with(String name, @Nullable Object tree) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(beside);
        more.put(name, tree);
        return new RecordContext(more, lookups, missing);
    }

    public RecordContext with(Map<String, LookupTable> tables) {
        return new RecordContext(beside, tables, missing);
    }

    /** The digests of the lookups by name, in the order of the names. */
    public Map<String, String> lookupDigests() {
        Map<String, String> digests = new TreeMap<>();
        lookups.forEach((name, table) -> digests.put(name, table.digest()));
        return digests;
    }

    public RecordContext without(String reason) {
        return new RecordContext(beside, lookups, reason);
    }
}
