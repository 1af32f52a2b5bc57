package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Replay;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/** Opens runs, each with a higher fence than the one before it. */
final class JdbcHarvests implements Harvests {

    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Publication publication;
    private final Followers followers;
    private final FeedStatuses statuses;
    private final Clock clock;

    JdbcHarvests(
            Tables tables,
            TransactionTemplate transaction,
            Quarantine quarantine,
            Followers followers,
            FeedStatuses statuses,
            Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.publication = new Publication(transaction, tables, quarantine, clock);
        this.followers = followers;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public UUID request(FeedId feed, String by) {
        return within(() -> requestLocked(feed, by));
    }

    private UUID requestLocked(FeedId feed, String by) {
        tables.feeds().lock(feed);
        return tables.runs().waiting(feed).orElseGet(() -> {
            UUID run = UUID.randomUUID();
            tables.runs().request(run, feed, by, Times.now(clock));
            return run;
        });
    }

    @Override
    public Set<FeedId> waiting() {
        return tables.runs().waiting();
    }

    @Override
    public void withdraw(FeedId feed) {
        transaction.executeWithoutResult(status -> tables.runs().withdraw(feed, Times.now(clock)));
    }

    @Override
    public HarvestRun begin(FeedId feed, @Nullable Integer descriptorVersion) {
        UUID run = within(() -> {
            Instant at = Times.now(clock);
            prepare(feed, at);
            Optional<UUID> waiting = tables.runs().waiting(feed);
            if (waiting.isPresent()) {
                tables.runs().start(waiting.get(), feed, statuses.process(), descriptorVersion, at);
                return waiting.get();
            }
            return open(
                    feed,
                    new RunReport.Origin(RunReport.Kind.HARVEST, RunReport.Origin.SCHEDULE, descriptorVersion, at));
        });
        followers.begun();
        return run(new BegunRun(
                run, feed, tables.feeds().mandate(feed), tables.feeds().bookmark(feed), null));
    }

    private void prepare(FeedId feed, Instant at) {
        tables.feeds().lock(feed);
        tables.runs().abandonRunning(feed, at);
        tables.runs().forgetOld(feed);
        tables.sources().trim(feed);
        tables.staging().clearEnded();
    }

    private UUID open(FeedId feed, RunReport.Origin origin) {
        UUID run = UUID.randomUUID();
        tables.runs().open(run, feed, origin, statuses.process());
        return run;
    }

    private HarvestRun run(BegunRun begun) {
        return new JdbcHarvestRun(begun, tables, transaction, publication, followers, clock);
    }

    @Override
    public Replay replay(UUID run, int number, String by, @Nullable Integer descriptorVersion) {
        FeedId feed = tables.reports()
                .find(run)
                .orElseThrow(() -> new RunRefusedException("There is no run " + run))
                .feed();
        return within(() -> {
            Instant at = Times.now(clock);
            refuseWhileHarvested(feed, at);
            SourceTable.Kept kept = kept(run, number, feed);
            prepare(feed, at);
            UUID replay = open(feed, new RunReport.Origin(RunReport.Kind.REPLAY, by, descriptorVersion, at));
            BegunRun begun = new BegunRun(replay, feed, tables.feeds().mandate(feed), Optional.empty(), kept.origin());
            return new Replay(run(begun), kept.reject(), SourceJson.read(kept.source()));
        });
    }

    private void refuseWhileHarvested(FeedId feed, Instant at) {
        tables.feeds().lock(feed);
        tables.runs()
                .running(feed)
                .filter(running -> statuses.alive(running.owner(), running.seenAt(), at))
                .ifPresent(running -> {
                    throw new RunRefusedException(
                            "Feed " + feed + " is being harvested; ask again when that run has ended");
                });
    }

    private SourceTable.Kept kept(UUID run, int number, FeedId feed) {
        SourceTable.Kept kept = tables.sources()
                .find(run, number - 1)
                .orElseThrow(() -> new RunRefusedException("Nothing is kept of reject " + number
                        + ": the record was too large or not whole, or it has been harvested since. "
                        + "Ask for a run of the feed instead"));
        String externalId = kept.reject().externalId();
        if (externalId != null && tables.contributions().newerThan(kept.origin().at(), feed, externalId)) {
            throw new RunRefusedException(
                    "Something newer than reject " + number + " is published under the same id, and stays");
        }
        return kept;
    }

    @Override
    public UUID approve(UUID run, String by) {
        RunReport report =
                tables.reports().find(run).orElseThrow(() -> new RunRefusedException("There is no run " + run));
        Fault fault = report.fault();
        if (report.outcome() != RunOutcome.QUARANTINED || fault == null) {
            throw new RunRefusedException(
                    "Only a run that was held back can be approved, and this one was " + Json.name(report.outcome()));
        }
        return within(() -> {
            tables.feeds().lock(report.feed());
            if (tables.runs().settledSince(run)) {
                throw new RunRefusedException("Feed " + report.feed()
                        + " has been harvested since; approve its latest run where that is held back");
            }
            RunReport.Counts counts = report.counts();
            tables.approvals()
                    .save(
                            report.feed(),
                            new ApprovalTable.Approval(run, fault.code(), counts.usable(), counts.rejected()),
                            Times.now(clock));
            tables.runs().approve(run, by);
            return requestLocked(report.feed(), by);
        });
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
