package se.tjanstenav.connectors.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.AgencyId;

/** The registered connectors. Whoever changes one locks its row first. */
final class ConnectorTable {

    private static final String WANTED =
            " from connector c where (cast(:agency as text) is null or c.agency = :agency) ";
    private static final String COLUMNS = """
            select c.id, c.agency, c.paused, c.registered_at, n.version as newest_version, n.status as newest_status,
                a.version as active_version, a.activated_at
            from connector c
            join connector_version n on n.connector = c.id
                and n.version = (select max(version) from connector_version m where m.connector = c.id)
            left join connector_version a on a.connector = c.id and a.status = 'active'
            """;

    private final JdbcClient jdbc;

    /** A row; the state is derived from it. */
    record Row(
            String id,
            AgencyId agency,
            boolean paused,
            Instant registeredAt,
            int newestVersion,
            VersionStatus newestStatus,
            @Nullable Integer activeVersion,
            @Nullable Instant activatedAt) {}

    ConnectorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String id, AgencyId agency, Instant at) {
        jdbc.sql("insert into connector (id, agency, registered_at) values (:id, :agency, :at)")
                .param("id", id)
                .param("agency", agency.value())
                .param("at", at.toEpochMilli())
                .update();
    }

    /** Locks the row until the transaction ends; whoever else wants to change the connector waits. */
    void lock(String id) {
        jdbc.sql("update connector set registered_at = registered_at where id = :id")
                .param("id", id)
                .update();
    }

    Optional<Row> find(String id) {
        return jdbc.sql(COLUMNS + " where c.id = :id")
                .param("id", id)
                .query(ConnectorTable::row)
                .optional();
    }

    boolean exists(String id) {
        return jdbc.sql("select count(*) from connector where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    long count(@Nullable AgencyId agency) {
        return jdbc.sql("select count(*)" + WANTED)
                .param("agency", agency == null ? null : agency.value())
                .query(Long.class)
                .single();
    }

    List<Row> list(@Nullable AgencyId agency, int offset, int limit) {
        return jdbc.sql(COLUMNS + """
                         where (cast(:agency as text) is null or c.agency = :agency)
                        order by c.id limit :limit offset :offset
                        """)
                .param("agency", agency == null ? null : agency.value())
                .param("limit", limit)
                .param("offset", offset)
                .query(ConnectorTable::row)
                .list();
    }

    void pause(String id, boolean paused) {
        jdbc.sql("update connector set paused = :paused where id = :id")
                .param("paused", paused)
                .param("id", id)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from connector_version where connector = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from connector where id = :id").param("id", id).update();
    }

    /** Makes every process look at the connectors anew. */
    void advanceRevision() {
        jdbc.sql("update connector_revision set last = last + 1").update();
    }

    long revision() {
        return jdbc.sql("select last from connector_revision").query(Long.class).single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int active = row.getInt("active_version");
        Integer activeVersion = row.wasNull() ? null : active;
        long activated = row.getLong("activated_at");
        return new Row(
                row.getString("id"),
                new AgencyId(row.getString("agency")),
                row.getBoolean("paused"),
                Instant.ofEpochMilli(row.getLong("registered_at")),
                row.getInt("newest_version"),
                VersionTable.status(row.getString("newest_status")),
                activeVersion,
                activeVersion == null ? null : Instant.ofEpochMilli(activated));
    }
}
