package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** A run whose staged records live in the database, so memory holds one batch at a time. */
final class JdbcHarvestRun implements HarvestRun {

    private static final int BATCH = 500;

    private final UUID id;
    private final FeedId feed;
    private final Set<AgencyId> authorities;
    private final Optional<String> bookmark;
    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Followers followers;
    private final Clock clock;
    private final List<Reject> waiting = new ArrayList<>();
    private long ordinal;
    private int rejectsKept;

    JdbcHarvestRun(
            UUID id,
            FeedId feed,
            Set<AgencyId> authorities,
            Optional<String> bookmark,
            Tables tables,
            TransactionTemplate transaction,
            Followers followers,
            Clock clock) {
        this.id = id;
        this.feed = feed;
        this.authorities = Set.copyOf(authorities);
        this.bookmark = bookmark;
        this.tables = tables;
        this.transaction = transaction;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public FeedId feed() {
        return feed;
    }

    @Override
    public void stage(List<Contribution> contributions) {
        for (List<Contribution> batch : Slices.of(contributions, BATCH)) {
            write(batch);
        }
    }

    @Override
    public void reject(Reject reject) {
        waiting.add(reject);
        ordinal++;
        if (waiting.size() >= BATCH) {
            write(List.of());
        }
    }

    @Override
    public Optional<String> bookmark() {
        return bookmark;
    }

    @Override
    public RunReport publish(Completeness completeness, @Nullable String bookmark) {
        writeWaiting();
        RunReport report = new Publication(transaction, tables).publish(id, feed, completeness, bookmark, now());
        followers.published(feed);
        return report;
    }

    @Override
    public RunReport fail(Fault fault) {
        try {
            writeWaiting();
            transaction.executeWithoutResult(status -> failLocked(fault));
        } catch (FencedOutException e) {
            // The run has ended as abandoned already; its report says so.
        }
        followers.statusChanged(feed);
        return tables.runs().find(id).orElseThrow();
    }

    private void failLocked(Fault fault) {
        Instant at = now();
        tables.feeds().lock(feed);
        tables.runs().count(id, feed, at, new RunTable.Progress(0, 0, 0));
        RunReport begun = tables.runs().find(id).orElseThrow();
        StagingTable.Counts staged = tables.staging().counts(id);
        RunReport.Counts counts = new RunReport.Counts(
                begun.counts().read(),
                staged.unchanged(),
                staged.added(),
                staged.changed(),
                0,
                begun.counts().rejected());
        tables.runs()
                .close(new RunReport(
                        id, feed, RunOutcome.FAILED, Completeness.PARTIAL, begun.startedAt(), at, counts, fault));
        tables.feeds().failed(feed, at, fault);
        tables.staging().clear(id);
    }

    private void writeWaiting() {
        if (!waiting.isEmpty()) {
            write(List.of());
        }
    }

    private void write(List<Contribution> batch) {
        List<Reject> rejects = List.copyOf(waiting);
        List<String> externalIds = Stream.concat(
                        rejects.stream().map(Reject::externalId).filter(Objects::nonNull),
                        batch.stream().map(Contribution::externalId))
                .filter(externalId -> externalId.indexOf('\0') < 0)
                .distinct()
                .toList();
        transaction.executeWithoutResult(status -> write(rejects, batch, externalIds));
        waiting.clear();
    }

    private void write(List<Reject> rejects, List<Contribution> batch, List<String> externalIds) {
        Intake intake = externalIds.isEmpty()
                ? new Intake(authorities, Map.of(), Map.of())
                : new Intake(
                        authorities,
                        tables.staging().find(id, externalIds),
                        tables.contributions().hashes(feed, externalIds));
        rejects.forEach(intake::take);
        batch.forEach(contribution -> intake.take(contribution, ++ordinal));
        Instant at = now();
        tables.runs().count(id, feed, at, intake.progress());
        tables.staging().save(id, intake.written(), at);
        keep(intake.rejects());
    }

    private void keep(List<Reject> rejects) {
        int room = Math.min(rejects.size(), RejectTable.KEPT_PER_RUN - rejectsKept);
        tables.rejects().add(id, rejectsKept, rejects.subList(0, room));
        rejectsKept += room;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
