package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.model.ServiceId;

/** The change log and the counter that numbers it. */
final class ChangeTable implements ChangeLog {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ChangeTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public long last() {
        return jdbc.sql("select last from change_head").query(Long.class).single();
    }

    @Override
    public List<Change> after(long sequence, int limit) {
        return jdbc.sql("""
                        select sequence, service, kind, at from change_log
                        where sequence > :sequence order by sequence limit :limit
                        """)
                .param("sequence", sequence)
                .param("limit", limit)
                .query((row, number) -> new Change(
                        row.getLong("sequence"),
                        new ServiceId(row.getString("service")),
                        Json.constant(row.getString("kind"), Kind.class),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    /** Makes every other transaction that publishes wait until this one has ended. */
    void lock() {
        jdbc.sql("update change_head set last = last").update();
    }

    /** Numbers and writes the changes; the caller holds the {@link #lock}. */
    void append(List<Entry> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        long last = last();
        MapSqlParameterSource[] rows = new MapSqlParameterSource[entries.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new MapSqlParameterSource()
                    .addValue("sequence", last + i + 1)
                    .addValue("service", entries.get(i).service())
                    .addValue("kind", Json.name(entries.get(i).kind()))
                    .addValue("at", at.toEpochMilli());
        }
        batch.batchUpdate(
                "insert into change_log (sequence, service, kind, at) values (:sequence, :service, :kind, :at)", rows);
        jdbc.sql("update change_head set last = :last")
                .param("last", last + rows.length)
                .update();
    }

    /** A change that has no number yet. */
    record Entry(String service, Kind kind) {}
}
