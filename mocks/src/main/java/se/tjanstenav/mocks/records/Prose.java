package se.tjanstenav.mocks.records;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes texts inside a record of any format, where it finds what reads like a sentence. What is added must need no
 * escaping: no quotes, angle brackets, semicolons, bars or backslashes.
 */
final class Prose {

    private static final String INSIDE = "[^\"<>;|\\\\{}\\n]";
    private static final Pattern SENTENCE = Pattern.compile("[A-ZÅÄÖ]" + INSIDE + "{30,}[.!?](?=[\"<;|\\n]|$)");
    private static final Pattern PHRASE =
            Pattern.compile("[A-ZÅÄÖ]" + INSIDE + "+ " + INSIDE + "+(?=[\"<;|\\n]|$)(?!\"\\s*:)");

    private Prose() {}

    /** The record with something added to its first sentence, or the record as it was where it has none. */
    static String extended(String record, String addition) {
        return inserted(SENTENCE.matcher(record), record, addition);
    }

    /** The same, content with a few words where there is no sentence. */
    static String extendedSomewhere(String record, String addition) {
        String extended = extended(record, addition);
        return extended.equals(record) ? inserted(PHRASE.matcher(record), record, addition) : extended;
    }

    /** The record under another identity, wherever it names its own as a whole word. */
    static String renamed(String record, String before, String after) {
        return before.isEmpty()
                ? record
                : Pattern.compile("(?<![\\w-])" + Pattern.quote(before) + "(?![\\w-])")
                        .matcher(record)
                        .replaceAll(Matcher.quoteReplacement(after));
    }

    private static String inserted(Matcher text, String record, String addition) {
        return text.find() ? record.substring(0, text.end()) + addition + record.substring(text.end()) : record;
    }
}
