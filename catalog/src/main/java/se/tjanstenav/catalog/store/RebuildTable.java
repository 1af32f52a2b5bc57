package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.IndexRebuild;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.RunRefusedException;

/** The rebuilds of the search index that were asked for, and how far each has come. */
final class RebuildTable implements RebuildRecords {

    /** A rebuild gives a sign of life with every page; one that has been silent for longer has lost its process. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final int KEPT = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RebuildTable(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public IndexRebuild begin(String by, long expected, Consumer<UUID> noted) {
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> {
                abandonSilent();
                refuseWhileRunning();
                insert(id, by, expected);
                noted.accept(id);
                forgetOld();
            });
        } catch (DuplicateKeyException e) {
            throw underWay();
        }
        return find(id).orElseThrow();
    }

    private void abandonSilent() {
        jdbc.sql("""
                        update index_rebuild set state = 'abandoned', ended_at = seen_at
                        where state = 'running' and seen_at < :silent
                        """)
                .param("silent", clock.instant().minus(SILENCE).toEpochMilli())
                .update();
    }

    private void refuseWhileRunning() {
        if (jdbc.sql("select count(*) from index_rebuild where state = 'running'")
                        .query(Long.class)
                        .single()
                > 0) {
            throw underWay();
        }
    }

    private static RunRefusedException underWay() {
        return new RunRefusedException("The search index is being made anew already; ask again when that has ended");
    }

    private void insert(UUID id, String by, long expected) {
        jdbc.sql("""
                        insert into index_rebuild (id, state, requested_by, requested_at, seen_at, expected)
                        values (:id, 'running', :by, :at, :at, :expected)
                        """)
                .param("id", id.toString())
                .param("by", by)
                .param("at", clock.millis())
                .param("expected", expected)
                .update();
    }

    private void forgetOld() {
        jdbc.sql("""
                        delete from index_rebuild where id not in
                            (select id from index_rebuild order by requested_at desc, id limit :kept)
                        """).param("kept", KEPT).update();
    }

    @Override
    public void progressed(UUID id, long services) {
        jdbc.sql("update index_rebuild set services = :services, seen_at = :at where id = :id and state = 'running'")
                .param("services", services)
                .param("at", clock.millis())
                .param("id", id.toString())
                .update();
    }

    @Override
    public void ended(UUID id, @Nullable String detail) {
        jdbc.sql("""
                        update index_rebuild set state = :state, detail = :detail, seen_at = :at, ended_at = :at
                        where id = :id and state = 'running'
                        """)
                .param("state", Json.name(detail == null ? IndexRebuild.State.FINISHED : IndexRebuild.State.FAILED))
                .param("detail", detail, Types.VARCHAR)
                .param("at", clock.millis())
                .param("id", id.toString())
                .update();
    }

    @Override
    public Optional<IndexRebuild> find(UUID id) {
        return jdbc.sql("select * from index_rebuild where id = :id")
                .param("id", id.toString())
                .query((row, number) -> rebuild(row))
                .optional();
    }

    @Override
    public List<IndexRebuild> latest() {
        return jdbc.sql("select * from index_rebuild order by requested_at desc, id limit :kept")
                .param("kept", KEPT)
                .query((row, number) -> rebuild(row))
                .list();
    }

    private IndexRebuild rebuild(ResultSet row) throws SQLException {
        IndexRebuild.State state = Json.constant(row.getString("state"), IndexRebuild.State.class);
        Instant seen = Instant.ofEpochMilli(row.getLong("seen_at"));
        boolean silent = clock.instant().isAfter(seen.plus(SILENCE));
        return new IndexRebuild(
                UUID.fromString(row.getString("id")),
                state == IndexRebuild.State.RUNNING && silent ? IndexRebuild.State.ABANDONED : state,
                Objects.requireNonNull(row.getString("requested_by")),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                Times.instant(row, "ended_at"),
                row.getLong("services"),
                row.getLong("expected"),
                row.getString("detail"));
    }
}
