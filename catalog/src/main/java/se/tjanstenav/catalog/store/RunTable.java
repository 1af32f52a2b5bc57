package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;

/** The runs. The condition {@code outcome = 'running'} in every update is the fence. */
final class RunTable {

    /** How many runs of a feed are kept, with their rejects. */
    private static final int KEPT = 200;

    private static final Fault ABANDONED = new Fault(
            Fault.Category.HUB,
            "ABANDONED",
            "The harvest never ended because its process stopped, or a later harvest took its place; nothing was published");

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID run, FeedId feed, String owner, Instant at) {
        jdbc.sql("""
                        insert into run (id, feed, fence, owner, outcome, completeness, started_at, seen_at)
                        select :id, :feed, coalesce(max(fence), 0) + 1, :owner, 'running', 'partial', :at, :at
                        from run where feed = :feed
                        """)
                .param("id", run.toString())
                .param("feed", feed.path())
                .param("owner", owner)
                .param("at", at.toEpochMilli())
                .update();
    }

    void abandonRunning(FeedId feed, Instant at) {
        jdbc.sql("""
                        update run set outcome = 'abandoned', ended_at = :at, fault = :fault
                        where feed = :feed and outcome = 'running'
                        """)
                .param("at", at.toEpochMilli())
                .param("fault", Json.write(ABANDONED))
                .param("feed", feed.path())
                .update();
    }

    void forgetOld(FeedId feed) {
        jdbc.sql("""
                        delete from run where feed = :feed
                        and fence <= (select max(fence) from run where feed = :feed) - :kept
                        """).param("feed", feed.path()).param("kept", KEPT).update();
    }

    /** Counts records that have come in; the run's row stays locked until the transaction ends. */
    void count(UUID run, FeedId feed, Instant at, Progress progress) {
        int rows = jdbc.sql("""
                        update run set seen_at = :at, read_count = read_count + :read,
                            rejected_count = rejected_count + :rejected,
                            unidentified_count = unidentified_count + :unidentified
                        where id = :id and outcome = 'running'
                        """)
                .param("at", at.toEpochMilli())
                .param("read", progress.read())
                .param("rejected", progress.rejected())
                .param("unidentified", progress.unidentified())
                .param("id", run.toString())
                .update();
        if (rows == 0) {
            throw new FencedOutException(feed);
        }
    }

    Progress progress(UUID run) {
        return jdbc.sql("select read_count, rejected_count, unidentified_count from run where id = :id")
                .param("id", run.toString())
                .query((row, number) -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    void close(RunReport report) {
        jdbc.sql("""
                        update run set outcome = :outcome, completeness = :completeness, ended_at = :ended,
                            unchanged_count = :unchanged, added_count = :added, changed_count = :changed,
                            removed_count = :removed, fault = :fault
                        where id = :id and outcome = 'running'
                        """)
                .param("outcome", Json.name(report.outcome()))
                .param("completeness", Json.name(report.completeness()))
                .param("ended", Times.millis(report.endedAt()))
                .param("unchanged", report.counts().unchanged())
                .param("added", report.counts().added())
                .param("changed", report.counts().changed())
                .param("removed", report.counts().removed())
                .param("fault", Json.writeOptional(report.fault()))
                .param("id", report.id().toString())
                .update();
    }

    Optional<RunReport> find(UUID run) {
        return jdbc.sql("select * from run where id = :id")
                .param("id", run.toString())
                .query(RunTable::report)
                .optional();
    }

    List<RunReport> latest(FeedId feed, int limit) {
        return jdbc.sql("select * from run where feed = :feed order by fence desc limit :limit")
                .param("feed", feed.path())
                .param("limit", limit)
                .query(RunTable::report)
                .list();
    }

    private static RunReport report(ResultSet row, int number) throws SQLException {
        return new RunReport(
                UUID.fromString(row.getString("id")),
                FeedId.parse(row.getString("feed")),
                Json.constant(row.getString("outcome"), RunOutcome.class),
                Json.constant(row.getString("completeness"), Completeness.class),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Times.instant(row, "ended_at"),
                new RunReport.Counts(
                        row.getLong("read_count"),
                        row.getLong("unchanged_count"),
                        row.getLong("added_count"),
                        row.getLong("changed_count"),
                        row.getLong("removed_count"),
                        row.getLong("rejected_count")),
                fault(row));
    }

    private static @Nullable Fault fault(ResultSet row) throws SQLException {
        return Json.readOptional(row.getString("fault"), Fault.class);
    }

    /**
     * Records that have come in.
     *
     * @param unidentified those rejected before their external id could be read
     */
    record Progress(long read, long rejected, long unidentified) {}
}
