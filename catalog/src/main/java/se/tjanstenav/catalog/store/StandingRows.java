package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables of history have in common: rows numbered per service, which leave one day and are forgotten later. */
final class StandingRows {

    private final JdbcClient jdbc;
    private final String table;

    /** @param table the table's name, a constant of the code */
    StandingRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** The number of the latest row, by service; none for services without rows. */
    Map<String, Long> last(Collection<String> services) {
        Map<String, Long> last = new HashMap<>();
        jdbc.sql("select service, max(ordinal) as last from " + table
                        + " where service in (:services) group by service")
                .param("services", services)
                .query(row -> {
                    last.put(row.getString("service"), row.getLong("last"));
                });
        return last;
    }

    /** All that stands of these services has left. */
    void left(Collection<String> services, Instant at) {
        if (!services.isEmpty()) {
            jdbc.sql("update " + table + " set left_at = :at where service in (:services) and left_at is null")
                    .param("at", at.toEpochMilli())
                    .param("services", services)
                    .update();
        }
    }

    /** Deletes some of what left before the given time. */
    void forget(Instant before, int most) {
        jdbc.sql("delete from " + table + " where (service, ordinal) in (select service, ordinal from " + table
                        + " where left_at < :before order by left_at limit :most)")
                .param("before", before.toEpochMilli())
                .param("most", most)
                .update();
    }
}
