package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the constants of the model's closed sets are called outside: as in JSON, so in the index and in requests. */
public final class Codes {

    private Codes() {}

    public static String of(Enum<?> constant) {
        try {
            JsonProperty code =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return code == null ? constant.name() : code.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("An enum has a field for each of its constants", e);
        }
    }

    /** Every constant by its code, in the order in which they are declared. */
    public static <E extends Enum<E>> Map<String, E> all(Class<E> type) {
        Map<String, E> all = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            all.put(of(constant), constant);
        }
        return Collections.unmodifiableMap(all);
    }
}
