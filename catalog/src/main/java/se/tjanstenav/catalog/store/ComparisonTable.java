package se.tjanstenav.catalog.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.Service;

/**
 * The order in which times and commitments are compared, written with each merge; what they say is read from the services
 * themselves, in the same statement.
 */
final class ComparisonTable implements Comparisons {

    private static final int ROWS_PER_READ = 200;
    private static final String FROM = " from comparison c join service s on s.id = c.service";
    private static final String AFTER = " and (c.kind, c.without_days, c.days, c.service, c.place)"
            + " > (:lastKind, :lastWithoutDays, :lastDays, :lastService, :lastPlace)";
    private static final String ORDER = " order by c.kind, c.without_days, c.days, c.service, c.place";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final ComparisonCounts counts;

    ComparisonTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.counts = new ComparisonCounts(jdbc);
    }

    @Override
    public Page<Timed> times(Selection selection, int offset, int limit) {
        ComparisonCondition wanted = ComparisonCondition.of(ComparedEntry.TIME, selection);
        return new Page<>(
                read(wanted, null, offset, limit).stream().map(Row::timed).toList(), counts.of(wanted));
    }

    @Override
    public Iterator<Timed> allTimes(Selection selection) {
        Stream<Row> rows = all(ComparisonCondition.of(ComparedEntry.TIME, selection));
        return rows.map(Row::timed).iterator();
    }

    @Override
    public Page<Promised> commitments(Selection selection, int offset, int limit) {
        ComparisonCondition wanted = ComparisonCondition.of(ComparedEntry.COMMITMENT, selection);
        return new Page<>(
                read(wanted, null, offset, limit).stream().map(Row::promised).toList(), counts.of(wanted));
    }

    @Override
    public Iterator<Promised> allCommitments(Selection selection) {
        Stream<Row> rows = all(ComparisonCondition.of(ComparedEntry.COMMITMENT, selection));
        return rows.map(Row::promised).iterator();
    }

    /** Each read begins after the last row of the one before, so that it costs the same however far on. */
    private Stream<Row> all(ComparisonCondition wanted) {
        List<Row> first = read(wanted, null, 0, ROWS_PER_READ);
        return Stream.iterate(
                        first,
                        rows -> !rows.isEmpty(),
                        rows -> read(wanted, rows.get(rows.size() - 1), 0, ROWS_PER_READ))
                .flatMap(List::stream);
    }

    /** @param onwards whether it begins after a row that was read before */
    static String statement(ComparisonCondition wanted, boolean onwards) {
        String after = onwards ? AFTER : "";
        return "select c.*, s.body" + FROM + wanted.sql() + after + ORDER + " limit :limit offset :offset";
    }

    private List<Row> read(ComparisonCondition wanted, @Nullable Row after, int offset, int limit) {
        Map<String, Service> read = new HashMap<>();
        JdbcClient.StatementSpec statement = jdbc.sql(statement(wanted, after != null))
                .params(wanted.parameters())
                .param("limit", limit)
                .param("offset", offset);
        if (after != null) {
            statement = statement
                    .param("lastKind", after.kind())
                    .param("lastWithoutDays", after.withoutDays())
                    .param("lastDays", after.days())
                    .param("lastService", after.service().id().value())
                    .param("lastPlace", after.place());
        }
        return statement
                .query((row, number) -> {
                    String body = row.getString("body");
                    return new Row(
                            row.getString("kind"),
                            row.getInt("without_days"),
                            row.getDouble("days"),
                            read.computeIfAbsent(row.getString("service"), service -> Json.read(body, Service.class)),
                            row.getInt("place"));
                })
                .list();
    }

    /** Takes in the services as they are now, and forgets those that are gone. */
    void save(List<Service> services, Collection<String> removed) {
        List<String> again = Stream.concat(removed.stream(), services.stream().map(each -> each.id()
                        .value()))
                .toList();
        if (again.isEmpty()) {
            return;
        }
        for (String table : List.of("comparison", "service_subject")) {
            jdbc.sql("delete from " + table + " where service in (:again)")
                    .param("again", again)
                    .update();
        }
        List<MapSqlParameterSource> entries = new ArrayList<>();
        List<MapSqlParameterSource> subjects = new ArrayList<>();
        for (Service service : services) {
            ComparedEntry.of(service).forEach(entry -> entries.add(entry.row(service)));
            ComparisonCondition.subjects(service)
                    .forEach(subject -> subjects.add(
                            new MapSqlParameterSource("service", service.id().value()).addValue("subject", subject)));
        }
        batch.batchUpdate("""
                        insert into comparison
                            (what, service, place, authority, kind, finding, concept, without_days, days)
                        values (:what, :service, :place, :authority, :kind, :finding, :concept, :withoutDays, :days)
                        """, entries.toArray(MapSqlParameterSource[]::new));
        batch.batchUpdate(
                "insert into service_subject (service, subject) values (:service, :subject)",
                subjects.toArray(MapSqlParameterSource[]::new));
    }

    private record Row(String kind, int withoutDays, double days, Service service, int place) {

        Timed timed() {
            return new Timed(service, service.processingTimes().get(place));
        }

        Promised promised() {
            return new Promised(service, service.commitments().get(place));
        }
    }
}
