package se.tjanstenav.catalog.search;

import java.util.List;
import java.util.stream.Stream;
import se.tjanstenav.catalog.words.Stems;

/** What a service is called, and by which keywords it is found, for readers of one language. */
record Titles(String id, List<Title> names, List<Title> keywords) {

    /** On the safe side: objects, references and headers of a short text and of a word in it. */
    private static final int OVERHEAD = 120;

    /** Bytes that it takes in memory, estimated. */
    int weight() {
        return OVERHEAD
                + Stream.concat(names.stream(), keywords.stream())
                        .mapToInt(Title::weight)
                        .sum();
    }

    /** A text and the words of it, lower-cased. */
    record Title(String text, List<String> words) {

        static Title of(String text) {
            return new Title(text, List.copyOf(Stems.words(text)));
        }

        static List<Title> of(List<String> texts) {
            return texts.stream().map(Title::of).toList();
        }

        private int weight() {
            return OVERHEAD + 2 * Character.BYTES * text.length() + OVERHEAD / 2 * words.size();
        }
    }
}
