package se.tjanstenav.connectors.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces texts in a tree of maps, lists, texts and numbers; copies only what it changes. */
final class MaskedTree {

    static final String MASK = "***";

    private static final int BEGINNING = 16;

    private final List<String> longestFirst;
    private final int shortest;

    MaskedTree(List<String> longestFirst) {
        this.longestFirst = longestFirst;
        this.shortest = longestFirst.isEmpty()
                ? Integer.MAX_VALUE
                : Math.min(BEGINNING, longestFirst.get(longestFirst.size() - 1).length());
    }

    @Nullable
    Object of(@Nullable Object tree) {
        if (longestFirst.isEmpty() || tree == null) {
            return tree;
        }
        if (tree instanceof String text) {
            return text(text);
        }
        if (tree instanceof Map<?, ?> map) {
            return map(map);
        }
        if (tree instanceof List<?> list) {
            return list(list);
        }
        if (tree instanceof Number number) {
            String text = number.toString();
            return text.equals(text(text)) ? number : MASK;
        }
        return tree;
    }

    private String text(String text) {
        if (text.length() < shortest) {
            return text;
        }
        String masked = text;
        for (String form : longestFirst) {
            masked = masked.replace(form, MASK);
        }
        return begun(masked, longestFirst);
    }

    /** Masks where somebody has cut a long one off, such as a parser that shows the beginning of what it cannot read. */
    static String begun(String text, List<String> longestFirst) {
        String masked = text;
        for (String form : longestFirst) {
            if (form.length() > BEGINNING && !form.startsWith(Forms.PEM_LABEL)) {
                masked = begun(masked, form);
            }
        }
        return masked;
    }

    private static String begun(String text, String form) {
        String beginning = form.substring(0, BEGINNING);
        String masked = text;
        for (int at = masked.indexOf(beginning); at >= 0; at = masked.indexOf(beginning, at + MASK.length())) {
            int length = BEGINNING;
            while (at + length < masked.length()
                    && length < form.length()
                    && masked.charAt(at + length) == form.charAt(length)) {
                length++;
            }
            masked = masked.substring(0, at) + MASK + masked.substring(at + length);
        }
        return masked;
    }

    private Object map(Map<?, ?> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        boolean same = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            String masked = text(name);
            Object value = of(entry.getValue());
            same &= name.equals(masked) && value == entry.getValue();
            copy.put(masked, value);
        }
        return same ? map : copy;
    }

    private Object list(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        boolean same = true;
        for (Object value : list) {
            Object masked = of(value);
            same &= masked == value;
            copy.add(masked);
        }
        return same ? list : copy;
    }
}
