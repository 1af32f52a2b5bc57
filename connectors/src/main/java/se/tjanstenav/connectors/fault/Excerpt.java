package se.tjanstenav.connectors.fault;

import java.util.regex.Pattern;

/** A short, harmless piece of what an agency sent, for a fault or a reject. */
public final class Excerpt {

    /** Ends an excerpt that is not the whole text. */
    public static final String CUT = "…";

    private static final int MAX = 200;
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)(?:19|20)?\\d{6}[-+ ]?\\d{4}(?!\\d)");

    private Excerpt() {}

    /** At most 200 characters, control characters escaped, what looks like a personal identity number masked. */
    public static String of(String text) {
        String head = text.length() <= 4 * MAX ? text : text.substring(0, 4 * MAX);
        String masked = IDENTITY_NUMBER.matcher(head).replaceAll("**********");
        StringBuilder safe = new StringBuilder();
        masked.codePoints().forEach(character -> append(safe, character));
        if (safe.length() <= MAX) {
            return safe.toString();
        }
        return safe.substring(0, MAX - 1) + CUT;
    }

    private static void append(StringBuilder safe, int character) {
        int type = Character.getType(character);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (hidden) {
            safe.append("\\u%04x".formatted(character));
        } else {
            safe.appendCodePoint(character);
        }
    }
}
