package se.tjanstenav.catalog.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Agencies;
import se.tjanstenav.catalog.FeedRegistration;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;

/** The agencies that feeds are of or speak for. One that no feed names any more stays, since its services do. */
final class AgencyTable implements Agencies {

    private static final String LISTED = """
            select a.body, (select count(*) from service s where s.authority = a.id) as services from agency a
            """;

    private final JdbcClient jdbc;

    AgencyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Listed> all() {
        return jdbc.sql(LISTED + " order by a.id").query(AgencyTable::listed).list();
    }

    @Override
    public Optional<Listed> agency(AgencyId id) {
        return jdbc.sql(LISTED + " where a.id = :id")
                .param("id", id.value())
                .query(AgencyTable::listed)
                .optional();
    }

    Map<AgencyId, Agency> byId() {
        return jdbc.sql("select body from agency").query(AgencyTable::agency).list().stream()
                .collect(Collectors.toUnmodifiableMap(Agency::id, Function.identity()));
    }

    /**
     * Saves what feeds say of agencies. What an agency calls itself in its own feed wins over what others call it; what it
     * does not say of itself is taken from them.
     */
    void save(List<FeedRegistration> feeds) {
        Map<AgencyId, Agency> told = new LinkedHashMap<>();
        feeds.forEach(feed -> feed.speaksFor().forEach(agency -> tell(told, agency)));
        feeds.forEach(feed -> tell(told, feed.agency()));
        told.values().forEach(this::save);
    }

    private static void tell(Map<AgencyId, Agency> told, Agency agency) {
        told.merge(agency.id(), agency, (before, after) -> after.completedBy(before));
    }

    private void save(Agency agency) {
        jdbc.sql("""
                        insert into agency (id, body) values (:id, :body)
                        on conflict (id) do update set body = excluded.body
                        """)
                .param("id", agency.id().value())
                .param("body", Json.write(agency))
                .update();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(agency(row, number), row.getLong("services"));
    }

    private static Agency agency(ResultSet row, int number) throws SQLException {
        return Json.read(row.getString("body"), Agency.class);
    }
}
