package se.tjanstenav.connectors.trial;

import java.util.ArrayList;
import java.util.List;

/** Sentences broken between words, for terminals. */
public final class Wrapped {

    private Wrapped() {}

    /** The lines of a text, none longer than the width unless a single word is. */
    public static List<String> lines(String sentence, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
