package se.tjanstenav.connectors.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901) into a tree. */
public final class TreePointer {

    private final String text;
    private final List<String> segments;

    private TreePointer(String text, List<String> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /** Parses a pointer such as {@code /items/0/code}; the empty text points at the whole tree. */
    public static TreePointer parse(String text) {
        if (!text.isEmpty() && text.charAt(0) != '/') {
            throw new IllegalArgumentException("A pointer is empty or starts with '/', but this is '" + text + "'");
        }
        List<String> segments = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String segment : text.substring(1).split("/", -1)) {
                segments.add(segment.replace("~1", "/").replace("~0", "~"));
            }
        }
        return new TreePointer(text, segments);
    }

    /** The pointer's text extended by one name or index, escaped as RFC 6901 demands. */
    public static String append(String pointer, String segment) {
        return pointer + "/" + segment.replace("~", "~0").replace("/", "~1");
    }

    List<String> segments() {
        return segments;
    }

    /** The name of the last segment, unescaped; empty for the whole tree. */
    public String name() {
        return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
    }

    /** The value it points at; empty where there is none or where it is null. */
    public Optional<Object> find(@Nullable Object tree) {
        Object value = tree;
        for (String segment : segments) {
            value = step(value, segment);
        }
        return Optional.ofNullable(value);
    }

    private static @Nullable Object step(@Nullable Object value, String segment) {
        if (value instanceof Map<?, ?> map) {
            return map.get(segment);
        }
        if (value instanceof List<?> list && segment.matches("\\d{1,9}")) {
            int index = Integer.parseInt(segment);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }

    /** The text of the scalar it points at; empty where there is none, or where it is blank, a map or a list. */
    public Optional<String> findText(@Nullable Object tree) {
        return find(tree)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    /** The values it points at: a list's elements, one value alone, or nothing. */
    public List<Object> findAll(@Nullable Object tree) {
        Object value = find(tree).orElse(null);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(value);
        }
        List<Object> present = new ArrayList<>();
        for (Object element : list) {
            if (element != null) {
                present.add(element);
            }
        }
        return present;
    }

    @Override
    public String toString() {
        return text;
    }
}
