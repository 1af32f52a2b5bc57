package se.tjanstenav.connectors.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;

/** Remembers the latest values of each origin, in order to mask them in any text, encoded or not. */
final class Masks {

    private static final int SHORTEST = 4;
    private static final int SHORTEST_IN_TREES = 8;
    private static final int REMEMBERED = 4;

    private final Map<String, List<Value>> latest = new ConcurrentHashMap<>();
    private volatile List<String> longestFirst = List.of();
    private volatile MaskedTree trees = new MaskedTree(List.of());

    /** A value in all its forms. */
    private record Value(String text, List<String> forms) {}

    void add(String origin, String value) {
        if (value.length() < SHORTEST) {
            return;
        }
        List<Value> known = latest.get(origin);
        if (known == null || !known.get(0).text().equals(value)) {
            remember(origin, value);
        }
    }

    private synchronized void remember(String origin, String value) {
        List<Value> others = latest.getOrDefault(origin, List.of()).stream()
                .filter(other -> !other.text().equals(value))
                .toList();
        latest.put(
                origin,
                Stream.concat(Stream.of(new Value(value, Forms.of(value))), others.stream())
                        .limit(REMEMBERED)
                        .toList());
        longestFirst = forms(SHORTEST);
        trees = new MaskedTree(forms(SHORTEST_IN_TREES));
    }

    private List<String> forms(int shortest) {
        return latest.values().stream()
                .flatMap(List::stream)
                .filter(value -> value.text().length() >= shortest)
                .flatMap(value -> value.forms().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String mask(String text) {
        String masked = text;
        for (String secret : longestFirst) {
            masked = maskCut(masked.replace(secret, MaskedTree.MASK), secret);
        }
        return MaskedTree.begun(masked, longestFirst);
    }

    @Nullable
    Object masked(@Nullable Object tree) {
        return trees.of(tree);
    }

    private static String maskCut(String text, String secret) {
        int end = text.indexOf(Excerpt.CUT);
        for (int length = Math.min(end, secret.length()); length >= SHORTEST; length--) {
            if (text.startsWith(secret.substring(0, length), end - length)) {
                return text.substring(0, end - length) + MaskedTree.MASK + text.substring(end);
            }
        }
        return text;
    }
}
