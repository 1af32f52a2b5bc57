package se.tjanstenav.catalog;

import java.util.Optional;
import java.util.UUID;
import se.tjanstenav.catalog.model.FeedId;

/**
 * What runs did, for the agency and the operator to read. The reports of runs under way say what they have done so far.
 * The newest 200 runs of each feed are kept; lists begin with the newest.
 */
public interface Runs {

    Optional<RunReport> find(UUID run);

    Page<RunReport> ofFeed(FeedId feed, int offset, int limit);

    /** The runs of all feeds that the connector has or had. */
    Page<RunReport> ofConnector(String connector, int offset, int limit);

    /** What a run rejected, in the order it met it; at most 1,000 are kept per run. */
    Page<KeptReject> rejects(UUID run, int offset, int limit);

    /** What a run warned of, in the order it met it; at most 1,000 are kept per run. */
    Page<RecordWarning> warnings(UUID run, int offset, int limit);

    /**
     * Which of the feed's records lost in a merge when the run was published, ordered by external id; at most 1,000 are
     * kept per run.
     */
    Page<LostRecord> conflicts(UUID run, int offset, int limit);
}
