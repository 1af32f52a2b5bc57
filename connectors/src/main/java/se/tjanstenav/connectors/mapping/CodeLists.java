package se.tjanstenav.connectors.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;

/**
 * What an agency's own codes mean in the catalogue's, by name of the list and the agency's code. A code that stands for
 * null is known and means nothing.
 */
public final class CodeLists {

    public static final CodeLists NONE = new CodeLists(Map.of());

    private static final int MAX_WARNINGS = 20;

    private final Map<String, Map<String, @Nullable String>> lists = new LinkedHashMap<>();

    public CodeLists(Map<String, ? extends Map<String, @Nullable String>> lists) {
        lists.forEach((name, codes) -> this.lists.put(name, Collections.unmodifiableMap(new LinkedHashMap<>(codes))));
    }

    /** One evaluation's use of the lists. */
    Use use() {
        return new Use(this);
    }

    /** Looks codes up and remembers which were unknown. For one evaluation. */
    static final class Use {

        private final CodeLists lists;
        private final Set<Warning> unknown = new LinkedHashSet<>();

        private Use(CodeLists lists) {
            this.lists = lists;
        }

        /** The meaning of a code, or of each in a list; nothing for what is missing or unknown. */
        @Nullable
        Object of(String list, @Nullable Object codes) {
            Map<String, @Nullable String> known = lists.lists.get(list);
            if (known == null) {
                throw new IllegalArgumentException("$code: there is no code list '" + Excerpt.of(list) + "'");
            }
            if (!(codes instanceof List<?> several)) {
                return one(list, known, codes);
            }
            List<Object> meanings = new ArrayList<>();
            for (Object code : several) {
                Object meaning = one(list, known, code);
                if (meaning != null) {
                    meanings.add(meaning);
                }
            }
            return meanings;
        }

        private @Nullable Object one(String list, Map<String, @Nullable String> known, @Nullable Object code) {
            if (code == null) {
                return null;
            }
            String text = text(code);
            if (!known.containsKey(text) && unknown.size() < MAX_WARNINGS) {
                unknown.add(new Warning(
                        Warning.Code.UNKNOWN_CODE,
                        "The code '%s' is not in the code list '%s' and was left out; add it to spec.codeLists"
                                .formatted(Excerpt.of(text), list),
                        null));
            }
            return known.get(text);
        }

        private static String text(Object code) {
            return code instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf(number.longValue())
                    : code.toString();
        }

        List<Warning> warnings() {
            return List.copyOf(unknown);
        }
    }
}
