package se.tjanstenav.catalog;

import java.util.List;
import java.util.UUID;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/**
 * One harvest of one feed, used by one thread at a time. Nothing it stages is visible to readers before
 * {@link #publish}; a run ends exactly once, by {@code publish} or {@code fail}.
 */
public interface HarvestRun {

    UUID id();

    FeedId feed();

    /**
     * Adds contributions to the run: normalised, hashed and compared with what is published, so an unchanged one costs
     * nothing further.
     */
    void stage(List<Contribution> contributions);

    /** Records that one record of the feed could not be used; its last known good stays. */
    void reject(Reject reject);

    /**
     * Makes the run's changes visible in one transaction, together with the re-merged services, the change log and the
     * report. Records that are gone are removed only as {@link Completeness} allows.
     *
     * @throws FencedOutException if another run of the feed has begun meanwhile; nothing is published
     */
    RunReport publish(Completeness completeness);

    /** Ends the run without publishing anything; the last known good stays and the report names the fault. */
    RunReport fail(Fault fault);
}
