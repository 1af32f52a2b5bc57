package se.tjanstenav.routes.harvest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.RecordFingerprint;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.Replay;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** The writing side of a catalogue that only remembers what it was told, for tests of the flow alone. */
class RecordedHarvests implements Harvests {

    final List<List<Contribution>> batches = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<@Nullable Object> sources = new ArrayList<>();
    final List<RecordWarning> warnings = new ArrayList<>();

    @Nullable
    Completeness published;

    @Nullable
    Fault failed;

    @Nullable
    String bookmark;

    boolean fencedOut;

    /** What was published before, by what it is made of. */
    final Set<RecordFingerprint> known = new HashSet<>();

    /** The threads that used a run. */
    final Set<Thread> users = ConcurrentHashMap.newKeySet();

    /** What staging ends with. */
    @Nullable
    RuntimeException stagingFault;

    @Override
    public UUID request(FeedId feed, String by) {
        throw new UnsupportedOperationException("the flow asks for nothing");
    }

    @Override
    public Set<FeedId> waiting() {
        return Set.of();
    }

    @Override
    public void withdraw(FeedId feed) {
        throw new UnsupportedOperationException("the flow withdraws nothing");
    }

    @Override
    public HarvestRun begin(FeedId feed, @Nullable Integer descriptorVersion) {
        return new Run(UUID.randomUUID(), feed);
    }

    @Override
    public Replay replay(UUID run, int number, String by, @Nullable Integer descriptorVersion) {
        return new Replay(
                begin(new FeedId("testverket", "services")), rejects.get(number - 1), sources.get(number - 1));
    }

    @Override
    public UUID approve(UUID run, String by) {
        throw new UnsupportedOperationException("the flow approves nothing");
    }

    long staged() {
        return batches.stream().mapToLong(List::size).sum();
    }

    private class Run implements HarvestRun {

        private final UUID id;
        private final FeedId feed;

        Run(UUID id, FeedId feed) {
            this.id = id;
            this.feed = feed;
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
        public void stageRecords(List<UsableRecord> records) {
            users.add(Thread.currentThread());
            if (stagingFault != null) {
                throw stagingFault;
            }
            batches.add(records.stream().map(UsableRecord::contribution).toList());
            records.forEach(record -> warnings.addAll(record.warnings()));
        }

        @Override
        public Set<RecordFingerprint> stageKnown(Collection<RecordFingerprint> records) {
            users.add(Thread.currentThread());
            Set<RecordFingerprint> taken = new HashSet<>(records);
            taken.retainAll(known);
            return taken;
        }

        @Override
        public void reject(Reject reject, @Nullable Object source) {
            users.add(Thread.currentThread());
            rejects.add(reject);
            sources.add(source);
        }

        @Override
        public Optional<String> bookmark() {
            return Optional.ofNullable(bookmark);
        }

        @Override
        public RunReport publish(Completeness completeness, @Nullable String left) {
            users.add(Thread.currentThread());
            if (fencedOut) {
                throw new FencedOutException(feed);
            }
            published = completeness;
            bookmark = left;
            return report(RunOutcome.PUBLISHED, completeness, null);
        }

        @Override
        public RunReport fail(Fault fault) {
            failed = fault;
            return report(RunOutcome.FAILED, Completeness.PARTIAL, fault);
        }

        private RunReport report(RunOutcome outcome, Completeness completeness, @Nullable Fault fault) {
            RunReport.Counts counts = new RunReport.Counts(0, 0, staged(), 0, 0, rejects.size(), 0);
            RunReport.Origin origin =
                    new RunReport.Origin(RunReport.Kind.HARVEST, RunReport.Origin.SCHEDULE, null, Instant.EPOCH);
            return new RunReport(
                    id,
                    feed,
                    origin,
                    outcome,
                    completeness,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    counts,
                    fault,
                    null,
                    null,
                    0);
        }
    }
}
