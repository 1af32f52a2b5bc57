package se.tjanstenav.connectors.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces texts in a tree of maps, lists, texts and numbers; copies only what it changes. */
final class MaskedTree {

    private final List<String> longestFirst;
    private final String mask;
    private final int shortest;

    MaskedTree(List<String> longestFirst, String mask) {
        this.longestFirst = longestFirst;
        this.mask = mask;
        this.shortest = longestFirst.isEmpty()
                ? Integer.MAX_VALUE
                : longestFirst.get(longestFirst.size() - 1).length();
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
            return text.equals(text(text)) ? number : mask;
        }
        return tree;
    }

    private String text(String text) {
        if (text.length() < shortest) {
            return text;
        }
        String masked = text;
        for (String form : longestFirst) {
            masked = masked.replace(form, mask);
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
