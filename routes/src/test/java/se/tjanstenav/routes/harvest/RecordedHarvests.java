package se.tjanstenav.routes.harvest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** The writing side of a catalogue that only remembers what it was told, for tests of the flow alone. */
class RecordedHarvests implements Harvests {

    final List<List<Contribution>> batches = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();

    @Nullable
    Completeness published;

    @Nullable
    Fault failed;

    @Nullable
    String bookmark;

    boolean fencedOut;

    @Override
    public HarvestRun begin(FeedId feed) {
        return new Run(UUID.randomUUID(), feed);
    }

    @Override
    public List<RunReport> runs(FeedId feed, int limit) {
        return List.of();
    }

    @Override
    public List<Reject> rejects(UUID run) {
        return rejects;
    }

    @Override
    public Optional<RunReport> run(UUID run) {
        return Optional.empty();
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
        public void stage(List<Contribution> contributions) {
            batches.add(List.copyOf(contributions));
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }

        @Override
        public Optional<String> bookmark() {
            return Optional.ofNullable(bookmark);
        }

        @Override
        public RunReport publish(Completeness completeness, @Nullable String left) {
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
            RunReport.Counts counts = new RunReport.Counts(0, 0, staged(), 0, 0, rejects.size());
            return new RunReport(id, feed, outcome, completeness, Instant.EPOCH, Instant.EPOCH, counts, fault);
        }
    }
}
