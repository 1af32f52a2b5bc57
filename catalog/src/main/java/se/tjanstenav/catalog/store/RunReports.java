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
import se.tjanstenav.catalog.KeptReject;
import se.tjanstenav.catalog.LostRecord;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.Runs;
import se.tjanstenav.catalog.model.FeedId;

/** Reads the runs, those under way as far as they have come. */
final class RunReports implements Runs {

    private final JdbcClient jdbc;
    private final RejectTable rejects;
    private final ConflictTable conflicts;

    RunReports(JdbcClient jdbc, RejectTable rejects, ConflictTable conflicts) {
        this.jdbc = jdbc;
        this.rejects = rejects;
        this.conflicts = conflicts;
    }

    @Override
    public Optional<RunReport> find(UUID run) {
        return jdbc.sql("select * from run where id = :id")
                .param("id", run.toString())
                .query(RunReports::report)
                .optional();
    }

    @Override
    public Page<RunReport> ofFeed(FeedId feed, int offset, int limit) {
        return page("feed = :feed", "fence desc", feed.path(), offset, limit);
    }

    /** Neither {@code %} nor {@code _} can stand in a connector's id. */
    @Override
    public Page<RunReport> ofConnector(String connector, int offset, int limit) {
        return page(
                "feed in (select id from feed where id like :feed)",
                "started_at desc, fence desc, id",
                connector + "/%",
                offset,
                limit);
    }

    private Page<RunReport> page(String condition, String order, String feed, int offset, int limit) {
        List<RunReport> reports = jdbc.sql(
                        "select * from run where " + condition + " order by " + order + " limit :limit offset :offset")
                .param("feed", feed)
                .param("limit", limit)
                .param("offset", offset)
                .query(RunReports::report)
                .list();
        long total = jdbc.sql("select count(*) from run where " + condition)
                .param("feed", feed)
                .query(Long.class)
                .single();
        return new Page<>(reports, total);
    }

    @Override
    public Page<KeptReject> rejects(UUID run, int offset, int limit) {
        return rejects.page(run, offset, limit);
    }

    @Override
    public Page<RecordWarning> warnings(UUID run, int offset, int limit) {
        return rejects.warnings(run, offset, limit);
    }

    @Override
    public Page<LostRecord> conflicts(UUID run, int offset, int limit) {
        return conflicts.page(run, offset, limit);
    }

    static RunReport.Counts counts(StagingTable.Counts staged, long read, long rejected, long removed) {
        return new RunReport.Counts(
                read, staged.unchanged(), staged.added(), staged.changed(), removed, rejected, staged.warned());
    }

    private static RunReport report(ResultSet row, int number) throws SQLException {
        RunOutcome outcome = Json.constant(row.getString("outcome"), RunOutcome.class);
        Instant started = Instant.ofEpochMilli(row.getLong("started_at"));
        String passedWith = row.getString("passed_with");
        return new RunReport(
                UUID.fromString(row.getString("id")),
                FeedId.parse(row.getString("feed")),
                origin(row, started),
                outcome,
                Json.constant(row.getString("completeness"), Completeness.class),
                neverBegan(row, outcome) ? null : started,
                Instant.ofEpochMilli(row.getLong("seen_at")),
                Times.instant(row, "ended_at"),
                new RunReport.Counts(
                        row.getLong("read_count"),
                        row.getLong("unchanged_count"),
                        row.getLong("added_count"),
                        row.getLong("changed_count"),
                        row.getLong("removed_count"),
                        row.getLong("rejected_count"),
                        row.getLong("warned_count")),
                Json.readOptional(row.getString("fault"), Fault.class),
                row.getString("approved_by"),
                passedWith == null ? null : UUID.fromString(passedWith),
                row.getLong("conflict_count"));
    }

    /** No process ever owned a run that waits, or was withdrawn. */
    private static boolean neverBegan(ResultSet row, RunOutcome outcome) throws SQLException {
        return outcome == RunOutcome.REQUESTED || row.getString("owner").isEmpty();
    }

    private static RunReport.Origin origin(ResultSet row, Instant started) throws SQLException {
        Instant requested = Times.instant(row, "requested_at");
        return new RunReport.Origin(
                Json.constant(row.getString("kind"), RunReport.Kind.class),
                row.getString("requested_by"),
                version(row),
                requested == null ? started : requested);
    }

    private static @Nullable Integer version(ResultSet row) throws SQLException {
        int version = row.getInt("descriptor_version");
        return row.wasNull() ? null : version;
    }
}
