package se.tjanstenav.catalog;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;

/**
 * Rendered answers about many services at once, such as the pages of a list and the answers to questions, ready to send. Kept as
 * long as they are true: any publication, any change of a feed's status and any change of the search index drops all of them, and
 * one that shows a feed ends when that turns stale. Nothing is kept while something is being published, nor where other hubs
 * publish into the same database: a reader who has seen what is new in one list must not meet what was before in another.
 */
public interface ListCache {

    /** The answer if it is ready; null if it would have to be rendered. */
    @Nullable
    Answer ready(String question);

    /**
     * The ready answer, rendered on a miss by one caller while others with the same question wait; null where nothing can
     * be kept at the moment, and the caller has to make the answer for itself.
     *
     * @param question all that the answer depends on: what was asked, how, and in which language
     */
    @Nullable
    Answer get(String question, Supplier<Rendering> renderer);
}
