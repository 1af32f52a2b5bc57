package se.tjanstenav.catalog.words;

import java.util.List;

/**
 * A question as it was understood.
 *
 * @param text what was asked
 * @param concepts what it is about, in the order of its words; empty where it has no words
 */
public record Asked(String text, List<Concept> concepts) {

    public Asked {
        concepts = List.copyOf(concepts);
    }

    /**
     * Something that is asked for: a word of the question or a few that belong together, and what else it may be called.
     *
     * @param said the words of the question, lower-cased
     * @param others synonyms and parts, each of which stands for the whole
     */
    public record Concept(List<String> said, List<Alternative> others) {

        public Concept {
            said = List.copyOf(said);
            others = List.copyOf(others);
        }

        public String text() {
            return String.join(" ", said);
        }
    }

    /**
     * Another way to say something.
     *
     * @param text one or more words, all of which must occur
     * @param language the tag of the language it is in
     * @param weight how much it says beside the citizen's own word, from 0 to 1
     */
    public record Alternative(String text, String language, float weight) {}
}
