package se.tjanstenav.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a question was understood.
 *
 * @param exact how many services of the whole catalogue answer to all of it
 * @param nearest whether services that answer to a part of it follow, because few answer to all
 * @param didYouMean the question with what its misspelt words probably mean, which was searched for too; null where no word
 *     is unknown, or nothing is near
 * @param unknownWords words that no service uses, and near which there is none
 */
public record Understanding(
        long exact, boolean nearest, @Nullable String didYouMean, List<String> unknownWords) {

    public Understanding {
        unknownWords = List.copyOf(unknownWords);
    }
}
