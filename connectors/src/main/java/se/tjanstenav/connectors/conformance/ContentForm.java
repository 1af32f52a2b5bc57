package se.tjanstenav.connectors.conformance;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.tree.TreePointer;
import tools.jackson.databind.json.JsonMapper;

/** Forms of a record that are equal where two harvests say the same, and where they differ if not. */
final class ContentForm {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\u00A0]+");
    /** The lists that the catalogue keeps in the agency's order when it compares contributions. */
    private static final Set<String> ORDERED = Set.of("requirements", "conditions");

    private ContentForm() {}

    /** The form of a source record with every list in one order and blanks made single. */
    static String normalised(@Nullable Object tree) {
        return form(tree, Set.of(), false);
    }

    /** The form of a contribution as the catalogue compares it. */
    static String normalised(Contribution contribution) {
        return form(MAPPER.convertValue(contribution, Map.class), ORDERED, false);
    }

    private static String form(@Nullable Object value, Set<String> ordered, boolean keepOrder) {
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> members = new TreeMap<>();
            map.forEach((name, child) -> {
                if (child != null) {
                    members.put(String.valueOf(name), form(child, ordered, ordered.contains(String.valueOf(name))));
                }
            });
            return members.toString();
        }
        if (value instanceof List<?> list) {
            var elements = list.stream().map(element -> form(element, ordered, false));
            return (keepOrder ? elements : elements.sorted()).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value instanceof String text
                ? '"' + WHITESPACE.matcher(text).replaceAll(" ").strip() + '"'
                : String.valueOf(value);
    }

    /** Pointers to the fields that differ, without the places in lists. */
    static Set<String> differences(@Nullable Object before, @Nullable Object after) {
        Set<String> pointers = new TreeSet<>();
        compare(before, after, "", pointers);
        return pointers;
    }

    private static void compare(@Nullable Object before, @Nullable Object after, String pointer, Set<String> pointers) {
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            Set<Object> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            for (Object name : names) {
                compare(one.get(name), other.get(name), TreePointer.append(pointer, name.toString()), pointers);
            }
        } else if (before instanceof List<?> one && after instanceof List<?> other && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(one.get(i), other.get(i), pointer, pointers);
            }
        } else if (!Objects.equals(before, after)) {
            pointers.add(pointer.isEmpty() ? "/" : pointer);
        }
    }
}
