package se.tjanstenav.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is searched for after a look at the index.
 *
 * @param whole how many services answer to all of it
 * @param unknown its words that no service uses and for which nothing near was found
 * @param corrected the question with what it probably means, where a word of it is unknown and a near one is known
 */
record Reading(
        TextPredicate words,
        long whole,
        List<String> unknown,
        @Nullable String corrected) {

    /** Whether nothing in the catalogue answers to any part of it. */
    boolean hopeless() {
        return unknown.size() == words.asked().concepts().size();
    }
}
