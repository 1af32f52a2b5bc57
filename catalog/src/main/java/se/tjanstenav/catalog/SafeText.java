package se.tjanstenav.catalog;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts that may quote what a source sent, made safe for logs, databases and answers: one line of bounded length. */
final class SafeText {

    /** Control characters, separators of lines and paragraphs, halves of surrogate pairs. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private SafeText() {}

    static String line(String text, int maxLength) {
        // Cut once before, since what is far too long need not be read to its end.
        return cut(UNSAFE.matcher(cut(text, maxLength + 1)).replaceAll(" "), maxLength);
    }

    static @Nullable String optionalLine(@Nullable String text, int maxLength) {
        return text == null ? null : line(text, maxLength);
    }

    private static String cut(String text, int maxLength) {
        if (text.length() <= maxLength) {
            return text;
        }
        int end = maxLength - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
