package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Agencies write null where they mean nothing, but JSONata tells the two apart. A mapping sees a record in which members
 * that are null do not exist; nulls inside lists stay, because lists may run in parallel.
 */
final class Nulls {

    private Nulls() {}

    static @Nullable Object without(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                Object child = without(value);
                if (child != null) {
                    kept.put(String.valueOf(name), child);
                }
            });
            return kept;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> kept = new ArrayList<>(list.size());
            list.forEach(value -> kept.add(without(value)));
            return kept;
        }
        return tree;
    }
}
