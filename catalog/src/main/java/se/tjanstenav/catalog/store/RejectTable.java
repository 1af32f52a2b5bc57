package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.KeptReject;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.Reject;

/** What runs rejected or warned of, for people to read; bounded per run, while the run's own counts are not. */
final class RejectTable {

    static final int KEPT_PER_RUN = 1000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RejectTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** @param place the place of the first of them among the run's rejects, from 0 */
    void add(UUID run, int place, List<Reject> rejects) {
        insert("reject", run, place, rejects);
    }

    /** @param place the place of the first of them among the run's warnings, from 0 */
    void addWarnings(UUID run, int place, List<RecordWarning> warnings) {
        insert("run_warning", run, place, warnings);
    }

    private void insert(String table, UUID run, int place, List<?> bodies) {
        MapSqlParameterSource[] rows = new MapSqlParameterSource[bodies.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new MapSqlParameterSource()
                    .addValue("run", run.toString())
                    .addValue("place", place + i)
                    .addValue("body", Json.write(bodies.get(i)));
        }
        if (rows.length > 0) {
            batch.batchUpdate("insert into " + table + " (run, place, body) values (:run, :place, :body)", rows);
        }
    }

    Page<KeptReject> page(UUID run, int offset, int limit) {
        List<KeptReject> page = jdbc.sql("""
                        select j.place, j.body, s.place as kept from reject j
                        left join reject_source s on s.run = j.run and s.place = j.place
                        where j.run = :run order by j.place limit :limit offset :offset
                        """)
                .param("run", run.toString())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new KeptReject(
                        row.getInt("place") + 1,
                        Json.read(row.getString("body"), Reject.class),
                        row.getObject("kept") != null))
                .list();
        return new Page<>(page, count("reject", run));
    }

    Page<RecordWarning> warnings(UUID run, int offset, int limit) {
        List<RecordWarning> page = jdbc.sql(
                        "select body from run_warning where run = :run order by place limit :limit offset :offset")
                .param("run", run.toString())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> Json.read(row.getString("body"), RecordWarning.class))
                .list();
        return new Page<>(page, count("run_warning", run));
    }

    private long count(String table, UUID run) {
        return jdbc.sql("select count(*) from " + table + " where run = :run")
                .param("run", run.toString())
                .query(Long.class)
                .single();
    }
}
