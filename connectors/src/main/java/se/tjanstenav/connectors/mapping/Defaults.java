package se.tjanstenav.connectors.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a contribution has where the mapping gives nothing; objects are filled in member by member, lists as a whole. */
final class Defaults {

    private Defaults() {}

    static Map<String, @Nullable Object> under(Map<?, ?> result, Map<?, ?> defaults) {
        Map<String, @Nullable Object> filled = new LinkedHashMap<>();
        result.forEach((name, value) -> filled.put(
                String.valueOf(name),
                value instanceof Map<?, ?> inner && defaults.get(name) instanceof Map<?, ?> below
                        ? under(inner, below)
                        : value));
        defaults.forEach((name, value) -> filled.putIfAbsent(String.valueOf(name), value));
        return filled;
    }
}
