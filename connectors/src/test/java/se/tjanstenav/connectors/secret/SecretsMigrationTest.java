package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.registry.RegistryDatabase;

/**
 * Secrets that the first release with secrets has stored (schema 3) are read after its database was brought up to date, by
 * whoever has its keys. What that release wrote lies in {@code registry-3.sql}, made by its own code.
 */
class SecretsMigrationTest {

    @TempDir
    private Path folder;

    private enum Kind {
        SQLITE,
        POSTGRES
    }

    @ParameterizedTest
    @EnumSource
    void secretsOpenWithTheKeysOfThen(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            StoredSecrets secrets = SecretsHub.start(database, "k2", "k1");

            assertThat(read(secrets, "ekbyn-services", "ekbyn-key", SecretField.API_KEY))
                    .isEqualTo("hemligt-värde-€");
            assertThat(read(secrets, "ekbyn-services", "ekbyn-password", SecretField.PASSWORD))
                    .isEqualTo("nytt");
            assertThat(read(secrets, "lindby-services", "lindby-oauth", SecretField.CLIENT_SECRET))
                    .isEqualTo("rad ett\nrad två");
            assertThat(secrets.find("lindby-old")).isEmpty();
            StoredSecret key = secrets.find("ekbyn-key").orElseThrow();
            assertThat(key.setBy()).isEqualTo("Anna (k7)");
            assertThat(key.setAt()).isEqualTo(StoredSecretsContract.CLOCK.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void secretsOpenWithNoOtherKeyUntilTheyAreEncryptedAnew(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            assertThat(SecretsHub.fault(
                            SecretsHub.start(database, "k2"), "ekbyn-services", SecretField.API_KEY, "ekbyn-key"))
                    .contains("k1");

            SecretsHub.start(database, "k2", "k1");

            assertThat(database.bean(JdbcClient.class)
                            .sql("select distinct key_id from secret")
                            .query(String.class)
                            .list())
                    .containsExactly("k2");
            assertThat(read(SecretsHub.start(database, "k2"), "ekbyn-services", "ekbyn-key", SecretField.API_KEY))
                    .isEqualTo("hemligt-värde-€");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAuditLogTellsWhatWasDoneWithThem(Kind kind) throws Exception {
        try (RegistryDatabase database = broughtUpToDate(kind)) {
            assertThat(database.bean(AuditLog.class).list(new AuditLog.Query(null, null, 0, 100)).entries().stream()
                            .map(entry -> entry.event().action()))
                    .hasSize(6)
                    .containsOnly(AuditAction.SECRET_STORED, AuditAction.SECRET_DELETED);
        }
    }

    private static String read(StoredSecrets secrets, String connector, String name, SecretField field) {
        return secrets.of(connector).read(name, field).reveal();
    }

    private RegistryDatabase broughtUpToDate(Kind kind) throws IOException, SQLException {
        String url = kind == Kind.SQLITE
                ? "jdbc:sqlite:" + folder.resolve(UUID.randomUUID() + ".db")
                : RegistryDatabase.newPostgres();
        migrate(url, "se/tjanstenav/catalog/store/migration", "catalogue_schema_history", "4");
        migrate(url, "se/tjanstenav/connectors/registry/migration", "connector_schema_history", "3");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String line :
                    script().lines().filter(line -> !line.startsWith("--")).toList()) {
                statement.execute(line);
            }
        }
        return RegistryDatabase.at(url, StoredSecretsContract.CLOCK, Map.of());
    }

    private static void migrate(String url, String location, String history, String target) {
        Flyway.configure(SecretsMigrationTest.class.getClassLoader())
                .dataSource(url, null, null)
                .locations("classpath:" + location)
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(target)
                .load()
                .migrate();
    }

    private static String script() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(SecretsMigrationTest.class.getResourceAsStream("registry-3.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
