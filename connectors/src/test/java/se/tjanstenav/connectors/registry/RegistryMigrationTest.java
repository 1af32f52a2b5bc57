package se.tjanstenav.connectors.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.connectors.access.AccessKey;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditLog;

/** What an older release has registered reads the same after its database was brought up to date, and lives on. */
class RegistryMigrationTest {

    private static final Instant THEN = Instant.parse("2026-11-25T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(THEN, ZoneOffset.UTC);
    private static final Caller OPERATOR = new Caller("Drift (k0)", Role.OPERATOR, null);

    @TempDir
    private Path folder;

    private enum Kind {
        SQLITE,
        POSTGRES
    }

    @ParameterizedTest
    @EnumSource
    void connectorsAndTheirVersionsReadAsBefore(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            Registry registry = database.bean(Registry.class);

            RegisteredConnector connector = registry.find("ekbyn", OPERATOR);
            assertThat(connector.state()).isEqualTo(ConnectorState.PAUSED);
            assertThat(connector.activeVersion()).isEqualTo(2);
            assertThat(registry.list(new Registry.Query(null, 0, 10), OPERATOR).total())
                    .isEqualTo(2);
            List<ConnectorVersion> versions = registry.versions("ekbyn", OPERATOR);
            assertThat(versions)
                    .extracting(ConnectorVersion::status)
                    .containsExactly(
                            VersionStatus.DRAFT,
                            VersionStatus.VALIDATED,
                            VersionStatus.APPROVED,
                            VersionStatus.ACTIVE,
                            VersionStatus.RETIRED);
            assertThat(versions.get(0).faults()).isNotEmpty();
            assertThat(versions.get(2).approved()).isEqualTo(new Deed("Anna (k1)", THEN));
            List<String> titles = List.of("Ett", "Två", "Tre", "Fyra");
            for (int number = 1; number <= titles.size(); number++) {
                assertThat(registry.text("ekbyn", number, OPERATOR))
                        .isEqualTo(new String(Texts.ekbyn(titles.get(number - 1)), StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLifeOfAConnectorGoesOn(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            Registry registry = database.bean(Registry.class);

            assertThat(registry.resume("ekbyn", null, OPERATOR).state()).isEqualTo(ConnectorState.ACTIVE);
            assertThat(registry.activate("ekbyn", 3, null, OPERATOR).activeVersion())
                    .isEqualTo(3);
            assertThat(registry.rollBack("ekbyn", 1, null, OPERATOR).activeVersion())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAuditLogAndTheKeysReadAsBefore(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            AuditLog.Page log = database.bean(AuditLog.class).list(new AuditLog.Query(null, null, 0, 100));
            List<String> actions = database.bean(JdbcClient.class)
                    .sql("select distinct action from audit")
                    .query(String.class)
                    .list();
            assertThat(log.total()).isEqualTo(database.count("audit")).isGreaterThan(20);
            assertThat(log.entries().stream()
                            .map(AuditLog.Entry::event)
                            .map(event -> event.action())
                            .distinct())
                    .hasSameSizeAs(actions)
                    .contains(AuditAction.VERSION_ROLLED_BACK, AuditAction.KEY_REVOKED);

            List<AccessKey> keys =
                    database.bean(AccessKeys.class).list(null, 0, 10).keys();
            assertThat(keys)
                    .extracting(key -> key.grant().title())
                    .containsExactlyInAnyOrder("Första", "Ekbyns portal", "Borta");
        }
    }

    private RegistryDatabase broughtUpToDate(Kind kind) throws IOException, SQLException {
        String url = kind == Kind.SQLITE
                ? "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db")
                : RegistryDatabase.newPostgres();
        migrate(url, "se/tjanstenav/catalog/store/migration", "catalogue_schema_history", "4");
        migrate(url, "se/tjanstenav/connectors/registry/migration", "connector_schema_history", "2");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements().toList()) {
                statement.execute(sql);
            }
        }
        return RegistryDatabase.at(url, CLOCK, Map.of());
    }

    private static void migrate(String url, String location, String history, String target) {
        Flyway.configure(RegistryMigrationTest.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:" + location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(target)
                .load()
                .migrate();
    }

    /** A descriptor's text has lines of its own, but none that ends as a statement does. */
    private static Stream<String> statements() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(RegistryMigrationTest.class.getResourceAsStream("registry-2.sql"))) {
            String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.substring(all.indexOf('\n') + 1).split(";\n"));
        }
    }
}
