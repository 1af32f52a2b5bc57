package se.tjanstenav.catalog.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.History;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** What has been said of processing times, each statement once, with when it came, left and was corrected. */
final class ObservationTable {

    private static final int SERVICES_PER_QUERY = 50;
    private static final String SELECTED = """
             from observation where service = :service
                and (:kind = '' or kind = :kind) and (:definition = '' or definition = :definition)
                and ends >= :from and (:to = '' or (starts <> '' and starts <= :to))
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final StandingRows rows;

    ObservationTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.rows = new StandingRows(jdbc, "observation");
    }

    Page<History.Observation> page(ServiceId service, History.Selection selection, int offset, int limit) {
        Map<String, Object> wanted = Map.of(
                "service", service.value(),
                "kind", selection.kind() == null ? "" : Json.name(selection.kind()),
                "definition", selection.definition() == null ? "" : selection.definition(),
                "from", selection.from() == null ? "" : selection.from().toString(),
                "to", selection.to() == null ? "" : selection.to().toString());
        long total = jdbc.sql("select count(*)" + SELECTED)
                .params(wanted)
                .query(Long.class)
                .single();
        List<History.Observation> items = jdbc.sql(
                        "select *" + SELECTED + " order by ends, ordinal limit :limit offset :offset")
                .params(wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new History.Observation(
                        row.getString("definition"),
                        Json.read(row.getString("body"), ProcessingTime.class),
                        Instant.ofEpochMilli(row.getLong("recorded_at")),
                        Times.instant(row, "left_at"),
                        Times.instant(row, "superseded_at")))
                .list();
        return new Page<>(items, total);
    }

    /** Brings history up to what the services say now. */
    void record(List<Service> services, Instant at) {
        Slices.of(services, SERVICES_PER_QUERY).forEach(some -> recordSome(some, at));
    }

    private void recordSome(List<Service> services, Instant at) {
        Map<String, List<ObservationRow>> said = services.stream()
                .collect(Collectors.toMap(service -> service.id().value(), service -> service.processingTimes().stream()
                        .map(ObservationRow::of)
                        .toList()));
        Map<String, List<KnownObservation>> known = known(said);
        Map<String, Long> last = rows.last(said.keySet());
        List<MapSqlParameterSource> added = new ArrayList<>();
        List<MapSqlParameterSource> moved = new ArrayList<>();
        said.forEach((service, rows) -> {
            List<KnownObservation> before = known.getOrDefault(service, List.of());
            before.forEach(each -> each.move(rows, at).ifPresent(moved::add));
            Set<String> hashes =
                    before.stream().map(KnownObservation::hash).collect(Collectors.toCollection(HashSet::new));
            long ordinal = last.getOrDefault(service, 0L);
            for (ObservationRow row : rows) {
                if (hashes.add(row.hash())) {
                    ordinal++;
                    added.add(parameters(service, ordinal, row, at));
                }
            }
        });
        write(added, moved);
    }

    /** Of what is not corrected, that which is published and that of which the services speak. */
    private Map<String, List<KnownObservation>> known(Map<String, List<ObservationRow>> said) {
        Set<String> definitions = new HashSet<>(Set.of(""));
        Set<String> ends = new HashSet<>(Set.of("-"));
        said.values()
                .forEach(rows -> rows.forEach(row -> {
                    definitions.add(row.definition());
                    ends.add(row.ends());
                }));
        Map<String, List<KnownObservation>> known = new HashMap<>();
        jdbc.sql("""
                        select service, ordinal, definition, starts, ends, hash, left_at from observation
                        where service in (:services) and superseded_at is null
                            and (left_at is null or (ends in (:ends) and definition in (:definitions)))
                        """)
                .param("services", said.keySet())
                .param("ends", ends)
                .param("definitions", definitions)
                .query(row -> {
                    known.computeIfAbsent(row.getString("service"), service -> new ArrayList<>())
                            .add(KnownObservation.of(row));
                });
        return known;
    }

    private static MapSqlParameterSource parameters(String service, long ordinal, ObservationRow row, Instant at) {
        return new MapSqlParameterSource()
                .addValue("service", service)
                .addValue("ordinal", ordinal)
                .addValue("definition", row.definition())
                .addValue("kind", Json.name(row.time().kind()))
                .addValue("starts", row.starts())
                .addValue("ends", row.ends())
                .addValue("hash", row.hash())
                .addValue("body", Json.write(row.time()))
                .addValue("at", at.toEpochMilli());
    }

    private void write(List<MapSqlParameterSource> added, List<MapSqlParameterSource> moved) {
        if (!moved.isEmpty()) {
            batch.batchUpdate("""
                            update observation set left_at = :leftAt, superseded_at = :supersededAt
                            where service = :service and ordinal = :ordinal
                            """, moved.toArray(MapSqlParameterSource[]::new));
        }
        if (!added.isEmpty()) {
            batch.batchUpdate("""
                            insert into observation
                                (service, ordinal, definition, kind, starts, ends, hash, body, recorded_at)
                            values (:service, :ordinal, :definition, :kind, :starts, :ends, :hash, :body, :at)
                            """, added.toArray(MapSqlParameterSource[]::new));
        }
    }

    void left(Collection<String> services, Instant at) {
        rows.left(services, at);
    }

    /** Deletes some of what left before the given time. */
    void forget(Instant before, int most) {
        rows.forget(before, most);
    }
}
