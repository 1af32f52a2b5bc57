package se.tjanstenav.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A rejected record that is to be mapped once more, and the run that takes the result. Publishing that run fills in the
 * record and tells nothing about the feed as a whole; failing it changes nothing at all.
 *
 * @param reject what was wrong with the record
 * @param source from what the record can be mapped again, as {@link UsableRecord} describes it
 */
public record Replay(
        HarvestRun run, Reject reject, @Nullable Object source) {

    /** Leaves out the source, which is not for logs. */
    @Override
    public String toString() {
        return "Replay[" + run.id() + "]";
    }
}
