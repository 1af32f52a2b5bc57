package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/** Services that a contribution refers to: one that names no authority is of the contribution's own. */
final class ServiceReferences {

    private static final Set<String> REFERENCES = Set.of("service", "sameAs");
    private static final String AUTHORITY = "authority";

    private ServiceReferences() {}

    /** A checked result in which every reference names its authority. */
    static @Nullable Object complete(@Nullable Object value, AgencyId own) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> completed = new LinkedHashMap<>();
            map.forEach((name, child) -> completed.put(
                    String.valueOf(name),
                    REFERENCES.contains(String.valueOf(name)) && child instanceof Map<?, ?> service
                            ? reference(service, own)
                            : complete(child, own)));
            return completed;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> completed = new ArrayList<>(list.size());
            list.forEach(child -> completed.add(complete(child, own)));
            return completed;
        }
        return value;
    }

    private static Map<String, @Nullable Object> reference(Map<?, ?> service, AgencyId own) {
        Map<String, @Nullable Object> completed = new LinkedHashMap<>();
        completed.put(AUTHORITY, own.value());
        service.forEach((name, value) -> completed.put(String.valueOf(name), value));
        return completed;
    }
}
