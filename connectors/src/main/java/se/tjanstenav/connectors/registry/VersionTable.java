package se.tjanstenav.connectors.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.connectors.RegisteredConnectors.Version;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.descriptor.Problem;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions. Nothing here changes a text; every change of a status names the one it goes out from. */
final class VersionTable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Problem>> FAULTS = new TypeReference<>() {};
    private static final String COLUMNS = """
            select connector, version, format, sha256, status, posted_by, posted_at, validated_by, validated_at,
                approved_by, approved_at, activated_by, activated_at, faults
            from connector_version
            """;

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a draft under the next number; the connector's row is locked. */
    int add(String connector, Submission submission, Caller by, Instant at) {
        int number = jdbc.sql(
                        "select coalesce(max(version), 0) + 1 from connector_version where connector = :connector")
                .param("connector", connector)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into connector_version (connector, version, format, body, sha256, status, posted_by, posted_at)
                        values (:connector, :version, :format, :body, :sha256, 'draft', :by, :at)
                        """)
                .param("connector", connector)
                .param("version", number)
                .param("format", submission.format().name().toLowerCase(Locale.ROOT))
                .param("body", submission.text())
                .param("sha256", submission.sha256())
                .param("by", by.name())
                .param("at", at.toEpochMilli())
                .update();
        return number;
    }

    Optional<ConnectorVersion> find(String connector, int number) {
        return jdbc.sql(COLUMNS + " where connector = :connector and version = :version")
                .param("connector", connector)
                .param("version", number)
                .query(VersionTable::version)
                .optional();
    }

    List<ConnectorVersion> all(String connector) {
        return jdbc.sql(COLUMNS + " where connector = :connector order by version desc")
                .param("connector", connector)
                .query(VersionTable::version)
                .list();
    }

    Optional<String> text(String connector, int number) {
        return jdbc.sql("select body from connector_version where connector = :connector and version = :version")
                .param("connector", connector)
                .param("version", number)
                .query(String.class)
                .optional();
    }

    /** The active versions of the connectors that are not paused. */
    List<Version> running() {
        return jdbc.sql("""
                        select v.connector, v.version from connector_version v join connector c on c.id = v.connector
                        where v.status = 'active' and c.paused = false order by v.connector
                        """)
                .query((row, number) -> new Version(row.getString(1), row.getInt(2)))
                .list();
    }

    boolean everActive(String connector) {
        return jdbc.sql("""
                        select count(*) from connector_version
                        where connector = :connector and activated_at is not null
                        """).param("connector", connector).query(Long.class).single() > 0;
    }

    /** Keeps what a validation found; one that is approved already stays so. */
    void validated(String connector, int number, List<Problem> faults, Caller by, Instant at) {
        jdbc.sql("""
                        update connector_version set faults = :faults, validated_by = :by, validated_at = :at,
                            status = case when status in ('draft', 'validated') then :status else status end
                        where connector = :connector and version = :version
                        """)
                .param("faults", JSON.writeValueAsString(faults))
                .param("by", by.name())
                .param("at", at.toEpochMilli())
                .param("status", faults.isEmpty() ? "validated" : "draft")
                .param("connector", connector)
                .param("version", number)
                .update();
    }

    void approved(String connector, int number, Caller by, Instant at) {
        jdbc.sql("""
                        update connector_version set status = 'approved', approved_by = :by, approved_at = :at
                        where connector = :connector and version = :version and status = 'validated'
                        """)
                .param("by", by.name())
                .param("at", at.toEpochMilli())
                .param("connector", connector)
                .param("version", number)
                .update();
    }

    /** Makes the version active in place of the one that is. */
    void activated(String connector, int number, VersionStatus from, Caller by, Instant at) {
        jdbc.sql("update connector_version set status = 'retired' where connector = :connector and status = 'active'")
                .param("connector", connector)
                .update();
        jdbc.sql("""
                        update connector_version set status = 'active', activated_by = :by, activated_at = :at
                        where connector = :connector and version = :version and status = :from
                        """)
                .param("by", by.name())
                .param("at", at.toEpochMilli())
                .param("connector", connector)
                .param("version", number)
                .param("from", from.name().toLowerCase(Locale.ROOT))
                .update();
    }

    static VersionStatus status(String column) {
        return VersionStatus.valueOf(column.toUpperCase(Locale.ROOT));
    }

    private static ConnectorVersion version(ResultSet row, int number) throws SQLException {
        String faults = row.getString("faults");
        return new ConnectorVersion(
                row.getString("connector"),
                row.getInt("version"),
                TextFormat.valueOf(row.getString("format").toUpperCase(Locale.ROOT)),
                row.getString("sha256"),
                status(row.getString("status")),
                new Deed(row.getString("posted_by"), Instant.ofEpochMilli(row.getLong("posted_at"))),
                deed(row, "validated"),
                deed(row, "approved"),
                deed(row, "activated"),
                faults == null ? List.of() : JSON.readValue(faults, FAULTS));
    }

    private static @Nullable Deed deed(ResultSet row, String deed) throws SQLException {
        String by = row.getString(deed + "_by");
        return by == null ? null : new Deed(by, Instant.ofEpochMilli(row.getLong(deed + "_at")));
    }
}
