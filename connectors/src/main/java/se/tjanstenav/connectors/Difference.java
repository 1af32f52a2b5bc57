package se.tjanstenav.connectors;

import se.tjanstenav.connectors.fault.Excerpt;

/** Where two texts of the same kind begin to differ, for a message. */
final class Difference {

    private static final int CONTEXT = 20;

    private Difference() {}

    static String between(Object expected, Object actual) {
        String wanted = expected.toString();
        String got = actual.toString();
        int at = 0;
        while (at < Math.min(wanted.length(), got.length()) && wanted.charAt(at) == got.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - CONTEXT);
        return "expected '%s', got '%s'".formatted(Excerpt.of(piece(wanted, from)), Excerpt.of(piece(got, from)));
    }

    private static String piece(String text, int from) {
        return text.substring(Math.min(from, text.length()), Math.min(text.length(), from + 4 * CONTEXT));
    }
}
