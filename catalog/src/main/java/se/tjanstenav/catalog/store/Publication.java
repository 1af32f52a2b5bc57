package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The one transaction that makes a harvest visible: contributions, merged services, change log, report and feed status
 * together. Publications take turns, because two feeds may touch the same service and the log has no gaps.
 */
final class Publication {

    private final TransactionTemplate transaction;
    private final Tables tables;

    Publication(TransactionTemplate transaction, Tables tables) {
        this.transaction = transaction;
        this.tables = tables;
    }

    RunReport publish(UUID run, FeedId feed, Completeness completeness, @Nullable String bookmark, Instant at) {
        return Objects.requireNonNull(transaction.execute(status -> {
            tables.changes().lock();
            tables.feeds().lock(feed);
            tables.runs().count(run, feed, at, new RunTable.Progress(0, 0, 0));
            RunReport report = publishLocked(run, feed, completeness, at);
            if (report.outcome() == RunOutcome.PUBLISHED) {
                tables.feeds().leave(feed, bookmark);
            }
            tables.runs().close(report);
            tables.staging().clear(run);
            return report;
        }));
    }

    private RunReport publishLocked(UUID run, FeedId feed, Completeness completeness, Instant at) {
        StagingTable.Counts staged = tables.staging().counts(run);
        RunTable.Progress progress = tables.runs().progress(run);
        Optional<Fault> held = Quarantine.check(completeness, tables.feeds().records(feed), staged, progress);
        if (held.isPresent()) {
            tables.feeds().failed(feed, at, held.get());
            return ended(run, completeness, RunOutcome.QUARANTINED, at, counts(staged, progress, 0), held);
        }
        int removed = apply(run, feed, completeness, progress, at);
        tables.feeds().succeeded(feed, at, staged.added() - removed);
        return ended(run, completeness, RunOutcome.PUBLISHED, at, counts(staged, progress, removed), held);
    }

    private int apply(UUID run, FeedId feed, Completeness completeness, RunTable.Progress progress, Instant at) {
        tables.contributions().applyStaged(run, feed, at);
        tables.contributions().forgiveSeen(run, feed);
        // A record rejected before its id could be read may be any of those that seem to be missing.
        boolean tellsAbsence = completeness == Completeness.COMPLETE && progress.unidentified() == 0;
        int removed = tellsAbsence ? tables.contributions().removeMissing(run, feed) : 0;
        tables.remerge().touched(at);
        return removed;
    }

    private RunReport ended(
            UUID run,
            Completeness completeness,
            RunOutcome outcome,
            Instant at,
            RunReport.Counts counts,
            Optional<Fault> fault) {
        RunReport begun = tables.runs().find(run).orElseThrow();
        return new RunReport(
                run, begun.feed(), outcome, completeness, begun.startedAt(), at, counts, fault.orElse(null));
    }

    private static RunReport.Counts counts(StagingTable.Counts staged, RunTable.Progress progress, long removed) {
        return new RunReport.Counts(
                progress.read(), staged.unchanged(), staged.added(), staged.changed(), removed, progress.rejected());
    }
}
