package se.tjanstenav.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
     * What the source left for this run when an earlier one was published, to ask only for what has changed since.
     * Empty where nothing was left, and as long as records that the last complete run missed may yet be removed: then
     * the feed has to be seen whole.
     */
    Optional<String> bookmark();

    /**
     * Adds records to the run: normalised, hashed and compared with what is published, so an unchanged one costs nothing
     * further.
     */
    void stageRecords(List<UsableRecord> records);

    /**
     * Adds those of the records that are published already, without a warning, and were made of the very same: as unchanged,
     * and without anybody having to map them.
     *
     * @return the ones that were added; the others have to be mapped and staged
     */
    Set<RecordFingerprint> stageKnown(Collection<RecordFingerprint> records);

    /** Adds contributions without warnings. */
    default void stage(List<Contribution> contributions) {
        stageRecords(contributions.stream().map(UsableRecord::of).toList());
    }

    /**
     * Records that one record of the feed could not be used; its last known good stays.
     *
     * @param source from what the record can be mapped again, as {@link UsableRecord} describes it; kept within bounds, so that
     *     the record can be mapped again; null where it is not at hand or not whole
     */
    void reject(Reject reject, @Nullable Object source);

    /** Records a reject whose source is not at hand. */
    default void reject(Reject reject) {
        reject(reject, null);
    }

    /**
     * Makes the run's changes visible in one transaction, together with the re-merged services, the change log and the
     * report. Records that are gone are removed only as {@link Completeness} allows.
     *
     * @param bookmark what to leave for the next run in place of what was there, null for nothing; if the run is held
     *     back, what was there stays
     * @throws FencedOutException if another run of the feed has begun meanwhile; nothing is published
     */
    RunReport publish(Completeness completeness, @Nullable String bookmark);

    /** Publishes and leaves nothing for the next run. */
    default RunReport publish(Completeness completeness) {
        return publish(completeness, null);
    }

    /** Ends the run without publishing anything; the last known good stays and the report names the fault. */
    RunReport fail(Fault fault);
}
