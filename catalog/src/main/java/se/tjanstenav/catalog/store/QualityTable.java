package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.quality.QualityReports;
import se.tjanstenav.catalog.quality.QualityRule;

/** The scores of services, as the last merge left them; what comes with time alone is counted when asked. */
final class QualityTable implements QualityReports {

    private static final String STALE = "(checked_on is null or checked_on < :oldestCheck)";
    private static final String SCORE = "(score - case when " + STALE + " then :staleWeight else 0 end)";
    private static final String OF_AGENCY = " from service_quality where (:agency = '' or authority = :agency)";
    private static final String SELECTED = OF_AGENCY + " and (:reason = '' or (:reason = :staleCheck and " + STALE + ")"
            + " or exists (select 1 from quality_reason r"
            + " where r.service = service_quality.service and r.reason = :reason))";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    QualityTable(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public Page<ScoredService> services(Selection selection, LocalDate today, int offset, int limit) {
        Map<String, Object> wanted = parameters(selection.agency(), selection.reason(), today);
        List<Row> rows = jdbc.sql("select service, authority, name, " + SCORE + " as points, " + STALE + " as stale"
                        + SELECTED + " order by points, service limit :limit offset :offset")
                .params(wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> Row.of(row))
                .list();
        Map<String, List<QualityRule>> reasons =
                reasons(rows.stream().map(Row::service).toList());
        return new Page<>(
                rows.stream()
                        .map(row -> row.scored(reasons.getOrDefault(row.service(), List.of())))
                        .toList(),
                count("select count(*)" + SELECTED, wanted));
    }

    @Override
    public Page<ScoredAgency> agencies(@Nullable AgencyId agency, LocalDate today, int offset, int limit) {
        Map<String, Object> wanted = parameters(agency, null, today);
        List<AgencyRow> rows = jdbc.sql("select authority, count(*) as services, round(avg(1.0 * " + SCORE
                        + ")) as points" + OF_AGENCY
                        + " group by authority order by points, authority limit :limit offset :offset")
                .params(wanted)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> AgencyRow.of(row))
                .list();
        Map<String, List<Count>> counts =
                counts(rows.stream().map(AgencyRow::authority).toList(), wanted);
        return new Page<>(
                rows.stream()
                        .map(row -> row.scored(counts.getOrDefault(row.authority(), List.of())))
                        .toList(),
                count("select count(distinct authority)" + OF_AGENCY, wanted));
    }

    private long count(String sql, Map<String, Object> wanted) {
        return jdbc.sql(sql).params(wanted).query(Long.class).single();
    }

    private static Map<String, Object> parameters(
            @Nullable AgencyId agency, @Nullable QualityRule reason, LocalDate today) {
        return Map.of(
                "agency", agency == null ? "" : agency.value(),
                "reason", reason == null ? "" : Json.name(reason),
                "staleCheck", Json.name(QualityRule.STALE_CHECK),
                "staleWeight", QualityRule.STALE_CHECK.weight(),
                "oldestCheck", QualityRule.oldestCheck(today).toString());
    }

    private Map<String, List<Count>> counts(List<String> authorities, Map<String, Object> wanted) {
        Map<String, List<Count>> counts = new HashMap<>();
        if (!authorities.isEmpty()) {
            jdbc.sql("""
                            select authority, reason, count(*) as services from service_quality q
                            join quality_reason r on r.service = q.service
                            where authority in (:authorities) group by authority, reason
                            union all
                            select authority, :staleCheck, count(*) from service_quality
                            where authority in (:authorities) and\s""" + STALE + " group by authority")
                    .params(wanted)
                    .param("authorities", authorities)
                    .query(row -> {
                        QualityRule rule = Json.constant(row.getString("reason"), QualityRule.class);
                        counts.computeIfAbsent(row.getString("authority"), id -> new ArrayList<>())
                                .add(new Count(rule, row.getLong("services")));
                    });
        }
        counts.values()
                .forEach(each -> each.sort(
                        Comparator.comparingLong(Count::services).reversed().thenComparing(Count::rule)));
        return counts;
    }

    private Map<String, List<QualityRule>> reasons(Collection<String> services) {
        Map<String, List<QualityRule>> reasons = new HashMap<>();
        if (!services.isEmpty()) {
            jdbc.sql("select service, reason from quality_reason where service in (:services)")
                    .param("services", services)
                    .query(row -> {
                        reasons.computeIfAbsent(row.getString("service"), id -> new ArrayList<>())
                                .add(Json.constant(row.getString("reason"), QualityRule.class));
                    });
        }
        return reasons;
    }

    /** Scores the services as they are now, and forgets those that are gone. */
    void save(List<Service> services, Collection<String> removed) {
        List<String> again = Stream.concat(removed.stream(), services.stream().map(each -> each.id()
                        .value()))
                .toList();
        if (again.isEmpty()) {
            return;
        }
        jdbc.sql("delete from service_quality where service in (:again)")
                .param("again", again)
                .update();
        jdbc.sql("delete from quality_reason where service in (:again)")
                .param("again", again)
                .update();
        List<MapSqlParameterSource> scores = new ArrayList<>();
        List<MapSqlParameterSource> reasons = new ArrayList<>();
        for (Service service : services) {
            List<QualityRule> broken = QualityRule.brokenBy(service);
            scores.add(score(service, broken));
            broken.forEach(rule -> reasons.add(
                    new MapSqlParameterSource("service", service.id().value()).addValue("reason", Json.name(rule))));
        }
        batch.batchUpdate("""
                        insert into service_quality (service, authority, name, score, checked_on)
                        values (:service, :authority, :name, :score, :checkedOn)
                        """, scores.toArray(MapSqlParameterSource[]::new));
        batch.batchUpdate(
                "insert into quality_reason (service, reason) values (:service, :reason)",
                reasons.toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource score(Service service, List<QualityRule> broken) {
        LocalDate checkedOn = service.description().checkedOn();
        int lost = broken.stream().mapToInt(QualityRule::weight).sum();
        return new MapSqlParameterSource("service", service.id().value())
                .addValue("authority", service.authority().value())
                .addValue("name", Json.write(service.description().name()))
                .addValue("score", 100 - lost)
                .addValue("checkedOn", checkedOn == null ? null : checkedOn.toString(), Types.VARCHAR);
    }

    private record Row(String service, String authority, String name, int points, boolean stale) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("service"),
                    row.getString("authority"),
                    row.getString("name"),
                    row.getInt("points"),
                    row.getBoolean("stale"));
        }

        ScoredService scored(List<QualityRule> reasons) {
            Stream<QualityRule> withTime = stale ? Stream.of(QualityRule.STALE_CHECK) : Stream.of();
            return new ScoredService(
                    new ServiceId(service),
                    Json.read(name, LocalizedText.class),
                    new AgencyId(authority),
                    points,
                    Stream.concat(reasons.stream(), withTime).sorted().toList());
        }
    }

    private record AgencyRow(String authority, long services, int points) {

        static AgencyRow of(ResultSet row) throws SQLException {
            return new AgencyRow(row.getString("authority"), row.getLong("services"), row.getInt("points"));
        }

        ScoredAgency scored(List<Count> reasons) {
            return new ScoredAgency(new AgencyId(authority), services, points, reasons);
        }
    }
}
