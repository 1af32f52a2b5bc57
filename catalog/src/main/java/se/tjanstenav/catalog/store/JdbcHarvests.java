package se.tjanstenav.catalog.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/** Opens runs, each with a higher fence than the one before it. */
final class JdbcHarvests implements Harvests {

    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Followers followers;
    private final FeedStatuses statuses;
    private final Clock clock;

    JdbcHarvests(
            Tables tables, TransactionTemplate transaction, Followers followers, FeedStatuses statuses, Clock clock) {
        this.tables = tables;
        this.transaction = transaction;
        this.followers = followers;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public HarvestRun begin(FeedId feed) {
        UUID run = UUID.randomUUID();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        transaction.executeWithoutResult(status -> {
            tables.feeds().lock(feed);
            tables.runs().abandonRunning(feed, at);
            tables.runs().forgetOld(feed);
            tables.staging().clearEnded();
            tables.runs().open(run, feed, statuses.process(), at);
        });
        followers.begun();
        return new JdbcHarvestRun(
                run,
                feed,
                tables.feeds().authorities(feed),
                tables.feeds().bookmark(feed),
                tables,
                transaction,
                followers,
                clock);
    }

    @Override
    public List<RunReport> runs(FeedId feed, int limit) {
        return tables.runs().latest(feed, limit);
    }

    @Override
    public List<Reject> rejects(UUID run) {
        return tables.rejects().of(run);
    }

    @Override
    public Optional<RunReport> run(UUID run) {
        return tables.runs().find(run);
    }
}
