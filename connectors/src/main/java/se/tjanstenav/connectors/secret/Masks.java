package se.tjanstenav.connectors.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.tjanstenav.connectors.fault.Excerpt;

/** Remembers the latest values of each origin, in order to mask them in any text, encoded or not. */
final class Masks {

    private static final int SHORTEST_MASKED = 4;
    private static final int REMEMBERED = 4;
    private static final String MASK = "***";

    private final Map<String, List<Value>> latest = new ConcurrentHashMap<>();

    /** A value in all its forms. */
    private record Value(String text, List<String> forms) {}

    void add(String origin, String value) {
        if (value.length() < SHORTEST_MASKED) {
            return;
        }
        latest.compute(origin, (same, known) -> known == null ? List.of(made(value)) : withLatest(value, known));
    }

    private static Value made(String value) {
        return new Value(value, Forms.of(value));
    }

    private static List<Value> withLatest(String value, List<Value> known) {
        if (known.get(0).text().equals(value)) {
            return known;
        }
        return Stream.concat(Stream.of(made(value)), known.stream().filter(other -> !other.text()
                        .equals(value)))
                .limit(REMEMBERED)
                .toList();
    }

    String mask(String text) {
        List<String> longestFirst = latest.values().stream()
                .flatMap(List::stream)
                .flatMap(value -> value.forms().stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String masked = text;
        for (String secret : longestFirst) {
            masked = maskCut(masked.replace(secret, MASK), secret);
        }
        return masked;
    }

    private static String maskCut(String text, String secret) {
        int end = text.indexOf(Excerpt.CUT);
        for (int length = Math.min(end, secret.length()); length >= SHORTEST_MASKED; length--) {
            if (text.startsWith(secret.substring(0, length), end - length)) {
                return text.substring(0, end - length) + MASK + text.substring(end);
            }
        }
        return text;
    }
}
