package se.tjanstenav.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.tjanstenav.catalog.model.FeedId;

/** The writing side: one run per harvest of a feed. */
public interface Harvests {

    /**
     * Opens a run. Any earlier run of the feed that never ended, because its process died, is closed as abandoned and
     * can no longer publish.
     */
    HarvestRun begin(FeedId feed);

    /** The latest runs of a feed, newest first. */
    List<RunReport> runs(FeedId feed, int limit);

    /** What a run rejected, in the order it met them; at most 1,000 are kept per run. */
    List<Reject> rejects(UUID run);

    Optional<RunReport> run(UUID run);
}
