package se.tjanstenav.catalog.store;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/**
 * The runs as they are written; {@link RunReports} reads them. The condition {@code outcome = 'running'} in every update
 * is the fence.
 */
final class RunTable {

    /** How many runs of a feed are kept, with their rejects. */
    private static final int KEPT = 200;

    private static final Fault ABANDONED = new Fault(
            Fault.Category.HUB,
            "ABANDONED",
            "The harvest never ended because its process stopped, or a later harvest took its place; nothing was published");

    private static final Fault GONE = new Fault(
            Fault.Category.DESCRIPTOR,
            "FEED_GONE",
            "The feed is not among the connectors in use any longer, so it was not harvested");

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void request(UUID run, FeedId feed, String by, Instant at) {
        insert(run, feed, RunOutcome.REQUESTED, new RunReport.Origin(RunReport.Kind.HARVEST, by, null, at), "");
    }

    Optional<UUID> waiting(FeedId feed) {
        return jdbc.sql("select id from run where feed = :feed and outcome = 'requested'")
                .param("feed", feed.path())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
    }

    Set<FeedId> waiting() {
        return jdbc.sql("select feed from run where outcome = 'requested'").query(String.class).list().stream()
                .map(FeedId::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Makes the waiting run the one that runs, with a higher fence than any before it. */
    void start(UUID waiting, FeedId feed, String owner, @Nullable Integer version, Instant at) {
        jdbc.sql("""
                        update run set outcome = 'running', owner = :owner, descriptor_version = :version,
                            started_at = :at, seen_at = :at,
                            fence = (select max(fence) + 1 from run where feed = :feed)
                        where id = :id and outcome = 'requested'
                        """)
                .param("owner", owner)
                .param("version", version, Types.INTEGER)
                .param("at", at.toEpochMilli())
                .param("feed", feed.path())
                .param("id", waiting.toString())
                .update();
    }

    void open(UUID run, FeedId feed, RunReport.Origin origin, String owner) {
        insert(run, feed, RunOutcome.RUNNING, origin, owner);
    }

    private void insert(UUID run, FeedId feed, RunOutcome outcome, RunReport.Origin origin, String owner) {
        jdbc.sql("""
                        insert into run (id, feed, fence, owner, outcome, completeness, started_at, seen_at, kind,
                            requested_by, requested_at, descriptor_version)
                        select :id, :feed, coalesce(max(fence), 0) + 1, :owner, :outcome, 'partial', :at, :at, :kind,
                            :by, :at, :version
                        from run where feed = :feed
                        """)
                .param("id", run.toString())
                .param("feed", feed.path())
                .param("owner", owner)
                .param("outcome", Json.name(outcome))
                .param("at", origin.requestedAt().toEpochMilli())
                .param("kind", Json.name(origin.kind()))
                .param("by", origin.by())
                .param("version", origin.descriptorVersion(), Types.INTEGER)
                .update();
    }

    void abandonRunning(FeedId feed, Instant at) {
        abandon(feed, RunOutcome.RUNNING, ABANDONED, at);
    }

    void withdraw(FeedId feed, Instant at) {
        abandon(feed, RunOutcome.REQUESTED, GONE, at);
    }

    private void abandon(FeedId feed, RunOutcome from, Fault fault, Instant at) {
        jdbc.sql("""
                        update run set outcome = 'abandoned', ended_at = :at, fault = :fault
                        where feed = :feed and outcome = :from
                        """)
                .param("at", at.toEpochMilli())
                .param("fault", Json.write(fault))
                .param("feed", feed.path())
                .param("from", Json.name(from))
                .update();
    }

    void forgetOld(FeedId feed) {
        jdbc.sql("""
                        delete from run where feed = :feed and outcome <> 'requested'
                        and fence <= (select max(fence) from run where feed = :feed) - :kept
                        """).param("feed", feed.path()).param("kept", KEPT).update();
    }

    /** Gives a sign of life; the run's row stays locked until the transaction ends. */
    void count(UUID run, FeedId feed, Instant at) {
        count(run, feed, at, new Progress(0, 0, 0, 0), new StagingTable.Counts(0, 0, 0, 0, 0));
    }

    /**
     * Counts records that have come in; the run's row stays locked until the transaction ends.
     *
     * @param staged by how many the run has staged more or fewer of each fate
     */
    void count(UUID run, FeedId feed, Instant at, Progress progress, StagingTable.Counts staged) {
        int rows = jdbc.sql("""
                        update run set seen_at = :at, read_count = read_count + :read,
                            rejected_count = rejected_count + :rejected,
                            unidentified_count = unidentified_count + :unidentified,
                            unchanged_count = unchanged_count + :unchanged, added_count = added_count + :added,
                            changed_count = changed_count + :changed, warned_count = warned_count + :warned
                        where id = :id and outcome = 'running'
                        """)
                .param("at", at.toEpochMilli())
                .param("read", progress.read())
                .param("rejected", progress.rejected())
                .param("unidentified", progress.unidentified())
                .param("unchanged", staged.unchanged())
                .param("added", staged.added())
                .param("changed", staged.changed())
                .param("warned", progress.warned())
                .param("id", run.toString())
                .update();
        if (rows == 0) {
            throw new FencedOutException(feed);
        }
    }

    Progress progress(UUID run) {
        return jdbc.sql("select read_count, rejected_count, unidentified_count, warned_count from run where id = :id")
                .param("id", run.toString())
                .query((row, number) -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    void close(UUID run, Ending ending, Instant at) {
        UUID passedWith = ending.passedWith();
        jdbc.sql("""
                        update run set outcome = :outcome, completeness = :completeness, ended_at = :ended,
                            unchanged_count = :unchanged, added_count = :added, changed_count = :changed,
                            removed_count = :removed, warned_count = :warned, fault = :fault, passed_with = :passedWith
                        where id = :id and outcome = 'running'
                        """)
                .param("outcome", Json.name(ending.outcome()))
                .param("completeness", Json.name(ending.completeness()))
                .param("ended", at.toEpochMilli())
                .param("unchanged", ending.counts().unchanged())
                .param("added", ending.counts().added())
                .param("changed", ending.counts().changed())
                .param("removed", ending.counts().removed())
                .param("warned", ending.counts().warned())
                .param("fault", Json.writeOptional(ending.fault()), Types.VARCHAR)
                .param("passedWith", passedWith == null ? null : passedWith.toString(), Types.VARCHAR)
                .param("id", run.toString())
                .update();
    }

    void approve(UUID run, String by) {
        jdbc.sql("update run set approved_by = :by where id = :id")
                .param("by", by)
                .param("id", run.toString())
                .update();
    }

    /** Whether a later harvest has settled how the feed stands. */
    boolean settledSince(UUID run) {
        return jdbc.sql("""
                        select count(*) from run later join run r on r.feed = later.feed and later.fence > r.fence
                        where r.id = :id and later.kind = 'harvest' and later.outcome in ('published', 'quarantined')
                        """).param("id", run.toString()).query(Long.class).single() > 0;
    }

    /** Which process harvests the feed, and when it last gave a sign of life. */
    Optional<Running> running(FeedId feed) {
        return jdbc.sql("select owner, seen_at from run where feed = :feed and outcome = 'running'")
                .param("feed", feed.path())
                .query((row, number) -> new Running(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .optional();
    }

    /** A run under way. */
    record Running(String owner, Instant seenAt) {}

    /** How a run ended. */
    record Ending(
            RunOutcome outcome,
            Completeness completeness,
            RunReport.Counts counts,
            @Nullable Fault fault,
            @Nullable UUID passedWith) {}

    /**
     * Records that have come in.
     *
     * @param unidentified those rejected before their external id could be read
     * @param warned those usable that carry a warning
     */
    record Progress(long read, long rejected, long unidentified, long warned) {}
}
