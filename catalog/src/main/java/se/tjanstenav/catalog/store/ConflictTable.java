package se.tjanstenav.catalog.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.LostRecord;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Conflict;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;

/** Which records lost in the merges of the services as they are, and what a run's report keeps of that. */
final class ConflictTable {

    private static final int KEPT_PER_RUN = 1000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ConflictTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    void save(Collection<Service> services) {
        remove(services.stream().map(service -> service.id().value()).toList());
        MapSqlParameterSource[] rows =
                services.stream().flatMap(service -> lost(service).stream()).toArray(MapSqlParameterSource[]::new);
        if (rows.length > 0) {
            batch.batchUpdate("""
                            insert into conflict (service, field_group, feed, external_id, body)
                            values (:service, :group, :feed, :externalId, :body)
                            """, rows);
        }
    }

    void remove(Collection<String> services) {
        if (!services.isEmpty()) {
            jdbc.sql("delete from conflict where service in (:services)")
                    .param("services", services)
                    .update();
        }
    }

    /** Every losing record once per field group, though each of several winning feeds tells of it. */
    private static List<MapSqlParameterSource> lost(Service service) {
        Set<Object> seen = new HashSet<>();
        return service.provenance().stream()
                .flatMap(entry -> entry.conflicts().stream()
                        .filter(conflict -> seen.add(List.of(entry.group(), conflict.feed(), conflict.record())))
                        .map(conflict -> row(service, entry, conflict)))
                .toList();
    }

    private static MapSqlParameterSource row(Service service, Provenance winner, Conflict loser) {
        LostRecord lost = new LostRecord(
                loser.record(),
                service.id(),
                winner.group(),
                winner.feed(),
                winner.agency(),
                loser.reason(),
                loser.fields());
        return new MapSqlParameterSource()
                .addValue("service", service.id().value())
                .addValue("group", winner.group().fieldName())
                .addValue("feed", loser.feed().path())
                .addValue("externalId", loser.record())
                .addValue("body", Json.write(lost));
    }

    /** Writes down with the run how the feed's records stand now. */
    void keep(UUID run, FeedId feed) {
        jdbc.sql("""
                        insert into run_conflict (run, place, body)
                        select :run, row_number() over (order by external_id, service, field_group) - 1, body
                        from conflict where feed = :feed
                        order by external_id, service, field_group limit :most
                        """)
                .param("run", run.toString())
                .param("feed", feed.path())
                .param("most", KEPT_PER_RUN)
                .update();
        jdbc.sql("update run set conflict_count = (select count(*) from conflict where feed = :feed) where id = :run")
                .param("run", run.toString())
                .param("feed", feed.path())
                .update();
    }

    Page<LostRecord> page(UUID run, int offset, int limit) {
        List<LostRecord> page = jdbc.sql(
                        "select body from run_conflict where run = :run order by place limit :limit offset :offset")
                .param("run", run.toString())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> Json.read(row.getString("body"), LostRecord.class))
                .list();
        long total = jdbc.sql("select count(*) from run_conflict where run = :run")
                .param("run", run.toString())
                .query(Long.class)
                .single();
        return new Page<>(page, total);
    }
}
