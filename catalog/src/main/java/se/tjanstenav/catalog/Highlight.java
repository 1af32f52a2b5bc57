package se.tjanstenav.catalog;

import java.util.List;

/**
 * Where a text of a service answers to a question.
 *
 * @param field {@code name}, {@code summary} or {@code description}
 * @param language the tag of the language the text is in
 * @param text the sentence that says most about it, as plain text
 * @param marks what answers in it, in order
 */
public record Highlight(String field, String language, String text, List<Mark> marks) {

    public Highlight {
        marks = List.copyOf(marks);
    }

    /**
     * @param start index of the first character, counted in UTF-16 units as Java and JavaScript do
     * @param end index after the last
     */
    public record Mark(int start, int end) {}
}
