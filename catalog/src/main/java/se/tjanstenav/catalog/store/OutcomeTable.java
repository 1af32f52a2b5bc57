package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.History;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** How commitments have turned out: a row for as long as an outcome stood. */
final class OutcomeTable {

    private static final int SERVICES_PER_QUERY = 500;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final StandingRows rows;

    OutcomeTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.rows = new StandingRows(jdbc, "commitment_outcome");
    }

    Page<History.PastOutcome> page(ServiceId service, int offset, int limit) {
        long total = jdbc.sql("select count(*) from commitment_outcome where service = :service")
                .param("service", service.value())
                .query(Long.class)
                .single();
        List<History.PastOutcome> items = jdbc.sql("""
                        select * from commitment_outcome where service = :service
                        order by ordinal limit :limit offset :offset
                        """)
                .param("service", service.value())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> {
                    Body body = Json.read(row.getString("body"), Body.class);
                    return new History.PastOutcome(
                            row.getString("commitment"),
                            body.reported(),
                            body.computed(),
                            Instant.ofEpochMilli(row.getLong("recorded_at")),
                            Times.instant(row, "left_at"));
                })
                .list();
        return new Page<>(items, total);
    }

    /** Brings history up to how the services' commitments stand now. */
    void record(List<Service> services, Instant at) {
        Slices.of(services, SERVICES_PER_QUERY).forEach(some -> recordSome(some, at));
    }

    private void recordSome(List<Service> services, Instant at) {
        List<String> ids = services.stream().map(each -> each.id().value()).toList();
        Map<String, Map<String, String>> standing = standing(ids);
        Map<String, Long> last = rows.last(ids);
        List<MapSqlParameterSource> ended = new ArrayList<>();
        List<MapSqlParameterSource> added = new ArrayList<>();
        for (Service service : services) {
            String id = service.id().value();
            Map<String, String> before = new HashMap<>(standing.getOrDefault(id, Map.of()));
            long ordinal = last.getOrDefault(id, 0L);
            for (Commitment commitment : service.commitments()) {
                Body body = new Body(commitment.outcome(), commitment.computed());
                String hash = Json.hash(body);
                if (hash.equals(before.get(commitment.code()))) {
                    before.remove(commitment.code());
                } else {
                    ordinal++;
                    added.add(row(id, commitment.code(), at)
                            .addValue("ordinal", ordinal)
                            .addValue("hash", hash)
                            .addValue("body", Json.write(body)));
                }
            }
            before.keySet().forEach(code -> ended.add(row(id, code, at)));
        }
        write(ended, added);
    }

    private static MapSqlParameterSource row(String service, String commitment, Instant at) {
        return new MapSqlParameterSource()
                .addValue("service", service)
                .addValue("commitment", commitment)
                .addValue("at", at.toEpochMilli());
    }

    private void write(List<MapSqlParameterSource> ended, List<MapSqlParameterSource> added) {
        if (!ended.isEmpty()) {
            batch.batchUpdate("""
                            update commitment_outcome set left_at = :at
                            where service = :service and commitment = :commitment and left_at is null
                            """, ended.toArray(MapSqlParameterSource[]::new));
        }
        if (!added.isEmpty()) {
            batch.batchUpdate("""
                            insert into commitment_outcome (service, ordinal, commitment, hash, body, recorded_at)
                            values (:service, :ordinal, :commitment, :hash, :body, :at)
                            """, added.toArray(MapSqlParameterSource[]::new));
        }
    }

    /** By service and commitment, the hash of the outcome that stands. */
    private Map<String, Map<String, String>> standing(Collection<String> services) {
        Map<String, Map<String, String>> standing = new HashMap<>();
        jdbc.sql("""
                        select service, commitment, hash from commitment_outcome
                        where service in (:services) and left_at is null
                        """).param("services", services).query(row -> {
            standing.computeIfAbsent(row.getString("service"), service -> new HashMap<>())
                    .put(row.getString("commitment"), row.getString("hash"));
        });
        return standing;
    }

    void left(Collection<String> services, Instant at) {
        rows.left(services, at);
    }

    /** Deletes some of what left before the given time. */
    void forget(Instant before, int most) {
        rows.forget(before, most);
    }

    private record Body(
            Commitment.Outcome reported, @Nullable ComputedOutcome computed) {}
}
