package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.RecordFingerprint;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.catalog.model.FeedId;

/** A run whose staged records live in the database, so memory holds one batch at a time, and a number for each known one. */
final class JdbcHarvestRun implements HarvestRun {

    private static final int BATCH = 500;

    private final BegunRun run;
    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Publication publication;
    private final Followers followers;
    private final Clock clock;
    private final RunJournal journal;
    private final List<Rejected> waiting = new ArrayList<>();
    private final KnownRecords known = new KnownRecords();
    private long ordinal;

    /** Whether the run has rows in the stage; as long as all is known, nobody has to look there. */
    private boolean staging;

    JdbcHarvestRun(
            BegunRun run,
            Tables tables,
            TransactionTemplate transaction,
            Publication publication,
            Followers followers,
            Clock clock) {
        this.run = run;
        this.tables = tables;
        this.transaction = transaction;
        this.publication = publication;
        this.followers = followers;
        this.clock = clock;
        this.journal = new RunJournal(run, tables);
    }

    @Override
    public UUID id() {
        return run.id();
    }

    @Override
    public FeedId feed() {
        return run.feed();
    }

    /** What was rejected meanwhile is written even where nothing is staged, since the report shows it. */
    @Override
    public void stageRecords(List<UsableRecord> records) {
        for (List<UsableRecord> batch : Slices.of(records, BATCH)) {
            write(batch);
        }
        writeWaiting();
    }

    @Override
    public Set<RecordFingerprint> stageKnown(Collection<RecordFingerprint> records) {
        Set<RecordFingerprint> staged = new HashSet<>();
        for (List<RecordFingerprint> batch : Slices.of(List.copyOf(records), BATCH)) {
            staged.addAll(stageKnownOf(batch));
        }
        return staged;
    }

    private List<RecordFingerprint> stageKnownOf(List<RecordFingerprint> batch) {
        List<String> externalIds = Intake.storable(batch.stream().map(RecordFingerprint::externalId));
        Map<String, ContributionTable.Identity> published = published(externalIds);
        List<RecordFingerprint> same = batch.stream()
                .filter(record -> {
                    ContributionTable.Identity before = published.get(record.externalId());
                    return before != null && before.isMadeOf(record.value());
                })
                .toList();
        if (!same.isEmpty()) {
            take(
                    externalIds,
                    published,
                    intake -> same.forEach(record -> intake.takeKnown(record.externalId(), ++ordinal)));
        }
        return same;
    }

    @Override
    public void reject(Reject reject, @Nullable Object source) {
        waiting.add(Rejected.of(reject, source));
        ordinal++;
        if (waiting.size() >= BATCH) {
            write(List.of());
        }
    }

    @Override
    public Optional<String> bookmark() {
        return run.bookmark();
    }

    @Override
    public RunReport publish(Completeness completeness, @Nullable String bookmark) {
        writeWaiting();
        return followers.during(() -> {
            RunReport report = publication.publish(run, known, completeness, bookmark);
            followers.published(run.feed());
            return report;
        });
    }

    @Override
    public RunReport fail(Fault fault) {
        try {
            writeWaiting();
            transaction.executeWithoutResult(status -> failLocked(fault));
        } catch (FencedOutException e) {
            // The run has ended as abandoned already; its report says so.
        }
        followers.statusChanged(run.feed());
        return tables.reports().find(run.id()).orElseThrow();
    }

    private void failLocked(Fault fault) {
        Instant at = Times.now(clock);
        tables.feeds().lock(run.feed());
        tables.runs().count(run.id(), run.feed(), at);
        RunTable.Progress progress = tables.runs().progress(run.id());
        StagingTable.Counts seen =
                tables.staging().counts(run.id(), progress.warned()).and(known);
        RunReport.Counts counts = RunReports.counts(seen, progress.read(), progress.rejected(), 0);
        tables.runs()
                .close(run.id(), new RunTable.Ending(RunOutcome.FAILED, Completeness.PARTIAL, counts, fault, null), at);
        if (run.replays() == null) {
            tables.feeds().failed(run.feed(), at, fault);
        }
        tables.staging().clear(run.id());
    }

    private void writeWaiting() {
        if (!waiting.isEmpty()) {
            write(List.of());
        }
    }

    private void write(List<UsableRecord> batch) {
        List<Rejected> rejects = List.copyOf(waiting);
        List<WrittenRecord> written =
                batch.parallelStream().map(WrittenRecord::of).toList();
        List<String> externalIds = Intake.storable(Stream.concat(
                rejects.stream().map(rejected -> rejected.reject().externalId()).filter(Objects::nonNull),
                batch.stream().map(usable -> usable.contribution().externalId())));
        take(externalIds, published(externalIds), intake -> {
            rejects.forEach(intake::take);
            written.forEach(each -> intake.take(each, ++ordinal));
        });
        waiting.clear();
    }

    /** What was published before the run stays what it is until the run ends, so it can be read outside transactions. */
    private Map<String, ContributionTable.Identity> published(List<String> externalIds) {
        return externalIds.isEmpty() ? Map.of() : tables.contributions().identities(run.feed(), externalIds);
    }

    private void take(
            List<String> externalIds, Map<String, ContributionTable.Identity> published, Consumer<Intake> records) {
        List<StagingTable.Row> rows = Objects.requireNonNull(transaction.execute(status -> {
            Intake intake = new Intake(run.mandate(), met(externalIds, published), published);
            records.accept(intake);
            return write(intake);
        }));
        known.follow(rows, published);
    }

    private Map<String, StagingTable.Row> met(
            List<String> externalIds, Map<String, ContributionTable.Identity> published) {
        Map<String, StagingTable.Row> met = known.among(published);
        if (staging && !externalIds.isEmpty()) {
            met.putAll(tables.staging().find(run.id(), externalIds));
        }
        return met;
    }

    private List<StagingTable.Row> write(Intake intake) {
        Instant at = Times.now(clock);
        List<StagingTable.Row> rows = intake.written();
        List<StagingTable.Row> staged = rows.stream()
                .filter(row -> row.state() != StagingTable.State.KNOWN)
                .toList();
        tables.runs().count(run.id(), run.feed(), at, intake.progress(), intake.changes());
        tables.staging().save(run.id(), staged, cameIn(at));
        staging |= !staged.isEmpty();
        journal.write(intake.rejects(), intake.warnings(), at);
        return rows;
    }

    /** A replayed record came in when it was rejected. */
    private Instant cameIn(Instant now) {
        SourceTable.Origin replays = run.replays();
        return replays == null ? now : replays.at();
    }
}
