package se.tjanstenav.catalog.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes Swedish compounds apart where all of the word is made of parts that are known. */
final class Compounds {

    private static final int SHORTEST_PART = 3;

    /** Longer than any form of a noun: "-ningarna" is taken as a part of its own or not at all. */
    private static final int LONGEST_ENDING = 4;

    private final Set<String> parts;

    Compounds(Set<String> parts) {
        this.parts = parts;
    }

    /** The parts of a word, in order; one or none where it is no compound of known parts. */
    List<String> split(String word) {
        List<String> found = new ArrayList<>();
        return split(word, 0, found) ? found : List.of();
    }

    private boolean split(String word, int from, List<String> found) {
        if (!found.isEmpty() && word.length() - from <= LONGEST_ENDING && isEnding(word.substring(from))) {
            String last = found.remove(found.size() - 1);
            found.add(last + word.substring(from));
            return true;
        }
        for (int to = word.length(); to - from >= SHORTEST_PART; to--) {
            String part = word.substring(from, to);
            if (parts.contains(part)) {
                found.add(part);
                if (split(word, to, found)
                        || to < word.length() && word.charAt(to) == 's' && split(word, to + 1, found)) {
                    return true;
                }
                found.remove(found.size() - 1);
            }
        }
        return false;
    }

    private static boolean isEnding(String rest) {
        return rest.isEmpty()
                || Set.of(
                                "a", "e", "n", "s", "en", "et", "an", "ar", "er", "or", "na", "ens", "ets", "ans",
                                "ade", "ing", "are", "arna", "erna", "orna", "ande", "ning", "ns", "nen", "it", "t",
                                "d", "de", "ad", "ades")
                        .contains(rest);
    }
}
