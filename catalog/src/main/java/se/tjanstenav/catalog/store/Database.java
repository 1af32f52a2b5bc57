package se.tjanstenav.catalog.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import se.tjanstenav.catalog.CatalogProperties;

/** Opens the database that the JDBC URL names and brings its schema up to date. */
final class Database {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int CONNECTIONS = 10;

    /**
     * A replica that stands still amid a publication loses its locks in favour of the one that takes over. Much longer
     * than any transaction waits for the hub, and shorter than a lease.
     */
    private static final String RELEASE_LOCKS = "set idle_in_transaction_session_timeout = '10s'";

    private Database() {}

    static HikariDataSource open(CatalogProperties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("catalogue");
        config.setJdbcUrl(properties.jdbcUrl());
        config.setUsername(properties.username());
        config.setPassword(properties.password());
        config.setMaximumPoolSize(CONNECTIONS);
        if (properties.sqlite()) {
            createFolder(properties.jdbcUrl());
            beSafeAndPatient(config);
        } else {
            config.setConnectionInitSql(RELEASE_LOCKS);
        }
        HikariDataSource dataSource = new HikariDataSource(config);
        try {
            migrate(dataSource, properties);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
        return dataSource;
    }

    /**
     * On PostgreSQL by connections of its own: during a migration Flyway keeps one transaction open that does nothing,
     * which the hub's connections forbid.
     */
    private static void migrate(HikariDataSource dataSource, CatalogProperties properties) {
        FluentConfiguration flyway = Flyway.configure(Database.class.getClassLoader())
                .locations("classpath:se/tjanstenav/catalog/store/migration")
                .table("catalogue_schema_history");
        if (properties.sqlite()) {
            flyway.dataSource(dataSource);
        } else {
            flyway.dataSource(properties.jdbcUrl(), properties.username(), properties.password());
        }
        flyway.load().migrate();
    }

    /**
     * A transaction takes the write lock when it begins and waits for it, because one that reads first and wants to
     * write later fails at once when another has written meanwhile. Single reads take no transaction and never wait.
     */
    private static void beSafeAndPatient(HikariConfig config) {
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("busy_timeout", "60000");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    private static void createFolder(String jdbcUrl) {
        String file =
                jdbcUrl.substring(SQLITE.length()).replaceFirst("\\?.*", "").replaceFirst("^file:", "");
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (file.isEmpty() || file.startsWith(":") || folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " of the database cannot be created; set tjanstenav.catalog.jdbc-url", e);
        }
    }
}
