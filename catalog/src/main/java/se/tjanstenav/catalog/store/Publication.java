package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
 * The one transaction that makes a run visible: contributions, merged services, change log, report and feed status
 * together. Publications take turns, because two feeds may touch the same service and the log has no gaps.
 */
final class Publication {

    private static final int IDS_PER_QUERY = 500;

    private static final Fault OUTDATED = new Fault(
            Fault.Category.DESCRIPTOR,
            "REPLAY_OUTDATED",
            "Something newer than the rejected record is published under the same id, so the record was not filled in");

    private static final Fault STILL_REJECTED = new Fault(
            Fault.Category.DESCRIPTOR,
            "REPLAY_REJECTED",
            "The record is rejected again, as the rejects of this run tell; mend the mapping and replay it once more");

    private final TransactionTemplate transaction;
    private final Tables tables;
    private final Quarantine quarantine;
    private final Clock clock;

    Publication(TransactionTemplate transaction, Tables tables, Quarantine quarantine, Clock clock) {
        this.transaction = transaction;
        this.tables = tables;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    /** What is published bears the moment at which that began; the run ends when all of it is written. */
    RunReport publish(BegunRun run, KnownRecords known, Completeness completeness, @Nullable String bookmark) {
        return Objects.requireNonNull(transaction.execute(status -> {
            tables.changes().lock();
            tables.feeds().lock(run.feed());
            Instant at = Times.now(clock);
            tables.runs().count(run.id(), run.feed(), at);
            SourceTable.Origin replays = run.replays();
            RunTable.Ending ending =
                    replays == null ? harvested(run, known, completeness, bookmark, at) : replayed(run, replays, at);
            tables.staging().clear(run.id());
            tables.runs().close(run.id(), ending, Times.now(clock));
            return tables.reports().find(run.id()).orElseThrow();
        }));
    }

    private RunTable.Ending harvested(
            BegunRun run, KnownRecords known, Completeness completeness, @Nullable String bookmark, Instant at) {
        FeedId feed = run.feed();
        RunTable.Progress progress = tables.runs().progress(run.id());
        StagingTable.Counts staged =
                tables.staging().counts(run.id(), progress.warned()).and(known);
        RunReport.Counts seen = RunReports.counts(staged, progress.read(), progress.rejected(), 0);
        Optional<Fault> held = quarantine.check(completeness, tables.feeds().records(feed), staged, progress);
        Optional<ApprovalTable.Approval> approval = held.flatMap(
                        fault -> tables.approvals().find(feed, fault.code(), at))
                .filter(approved -> approved.covers(seen));
        // Whatever was approved, the feed has moved on with this run.
        tables.approvals().spend(feed);
        if (held.isPresent() && approval.isEmpty()) {
            tables.feeds().failed(feed, at, held.get());
            return new RunTable.Ending(RunOutcome.QUARANTINED, completeness, seen, held.get(), null);
        }
        boolean absent = approval.map(ApprovalTable.Approval::ofAbsence).orElse(false);
        int removed = apply(run, known, completeness, progress, absent, at);
        tables.feeds().succeeded(feed, at, staged.added() - removed);
        tables.feeds().leave(feed, bookmark);
        tables.conflicts().keep(run.id(), feed);
        UUID passedWith = approval.map(ApprovalTable.Approval::run).orElse(null);
        return new RunTable.Ending(
                RunOutcome.PUBLISHED,
                completeness,
                RunReports.counts(staged, progress.read(), progress.rejected(), removed),
                null,
                passedWith);
    }

    private int apply(
            BegunRun run,
            KnownRecords known,
            Completeness completeness,
            RunTable.Progress progress,
            boolean approvedAbsence,
            Instant at) {
        UUID id = run.id();
        FeedId feed = run.feed();
        tables.contributions().applyStaged(id, feed, at);
        tables.absences().forgive(id, feed, known);
        int removed = 0;
        // A record rejected before its id could be read may be any of those that seem to be missing.
        if (completeness == Completeness.COMPLETE && progress.unidentified() == 0) {
            tables.absences().count(id, feed, known);
            removed = tables.contributions().removeGone(feed, approvedAbsence);
        }
        if (completeness == Completeness.COMPLETE) {
            tables.sources().forgetAllBut(id, feed);
        } else {
            forgetSeen(id, feed, known);
        }
        tables.remerge().touched(at);
        return removed;
    }

    private void forgetSeen(UUID run, FeedId feed, KnownRecords known) {
        tables.sources().forgetSeen(run, feed);
        for (List<String> some : Slices.of(tables.sources().externalIds(run, feed), IDS_PER_QUERY)) {
            tables.contributions().identities(feed, some).forEach((externalId, published) -> {
                if (known.has(published.number())) {
                    tables.sources().forgetSeen(run, feed, externalId);
                }
            });
        }
    }

    /** Fills in one record: it tells nothing about how the feed stands, so neither its status nor its bookmark moves. */
    private RunTable.Ending replayed(BegunRun run, SourceTable.Origin replays, Instant at) {
        RunTable.Progress progress = tables.runs().progress(run.id());
        StagingTable.Counts staged = tables.staging().counts(run.id(), progress.warned());
        RunReport.Counts counts = RunReports.counts(staged, progress.read(), progress.rejected(), 0);
        if (staged.usable() == 0) {
            return new RunTable.Ending(RunOutcome.FAILED, Completeness.PARTIAL, counts, STILL_REJECTED, null);
        }
        if (tables.contributions().newerThan(replays.at(), run.id(), run.feed())) {
            return new RunTable.Ending(RunOutcome.FAILED, Completeness.PARTIAL, counts, OUTDATED, null);
        }
        tables.contributions().applyStaged(run.id(), run.feed(), at);
        tables.feeds().grown(run.feed(), staged.added());
        tables.sources().forgetSeen(run.id(), run.feed());
        tables.sources().forget(replays);
        tables.remerge().touched(at);
        return new RunTable.Ending(RunOutcome.PUBLISHED, Completeness.PARTIAL, counts, null, null);
    }
}
