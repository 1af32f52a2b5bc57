package se.tjanstenav.catalog;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.FeedId;

/** The writing side: one run per harvest of a feed. {@link Runs} tells people what became of them. */
public interface Harvests {

    /**
     * Makes a run that waits until the feed is harvested next. A feed has at most one: as long as it waits, asking again
     * gives the same.
     *
     * @param by who asks
     * @return the run's id
     */
    UUID request(FeedId feed, String by);

    /** The feeds for which a run waits. */
    Set<FeedId> waiting();

    /** Closes the waiting run of a feed that is gone, as abandoned. */
    void withdraw(FeedId feed);

    /**
     * Opens a run, the waiting one where there is one. Any earlier run of the feed that never ended, because its process
     * died, is closed as abandoned and can no longer publish.
     *
     * @param descriptorVersion the version of the descriptor it uses, null where there are no versions
     */
    HarvestRun begin(FeedId feed, @Nullable Integer descriptorVersion);

    /** Opens a run by a descriptor without versions. */
    default HarvestRun begin(FeedId feed) {
        return begin(feed, null);
    }

    /**
     * Opens a run that maps a rejected record once more.
     *
     * @param number the reject's place among those of its run, from 1
     * @param by who asks
     * @throws RunRefusedException if the source of the record was not kept, something newer is known of the record, or
     *     the feed is being harvested
     */
    Replay replay(UUID run, int number, String by, @Nullable Integer descriptorVersion);

    /**
     * Finds what a held-back run brought to be right: the next run of the feed that would be held back for the same
     * reason, and is not worse, is published. Holds for seven days and for one run, which is asked for at once.
     *
     * @param by who approves
     * @return the id of the run that was asked for
     * @throws RunRefusedException if the run was not held back, or the feed has been harvested since
     */
    UUID approve(UUID run, String by);
}
