package se.tjanstenav.catalog.store;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Reject;

/** What runs rejected, for people to read; bounded per run, while the run's own count is not. */
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
        MapSqlParameterSource[] rows = new MapSqlParameterSource[rejects.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new MapSqlParameterSource()
                    .addValue("run", run.toString())
                    .addValue("place", place + i)
                    .addValue("body", Json.write(rejects.get(i)));
        }
        if (rows.length > 0) {
            batch.batchUpdate("insert into reject (run, place, body) values (:run, :place, :body)", rows);
        }
    }

    List<Reject> of(UUID run) {
        return jdbc.sql("select body from reject where run = :run order by place")
                .param("run", run.toString())
                .query((row, number) -> Json.read(row.getString("body"), Reject.class))
                .list();
    }
}
