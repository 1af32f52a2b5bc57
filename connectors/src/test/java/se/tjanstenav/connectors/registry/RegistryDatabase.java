package se.tjanstenav.connectors.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.store.StoreConfiguration;
import se.tjanstenav.connectors.ConnectorsConfiguration;

/** A hub's database with everything that the connector platform keeps in it. To be closed. */
public final class RegistryDatabase implements AutoCloseable {

    /** One server for all tests; it stops with the process. */
    private static @Nullable EmbeddedPostgres server;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private RegistryDatabase(String jdbcUrl, Clock clock, Map<String, String> properties) {
        List<String> all = new ArrayList<>(List.of(
                "tjanstenav.catalog.jdbc-url=" + jdbcUrl,
                "tjanstenav.connectors.descriptors=file:./no-such-folder/*.yaml"));
        properties.forEach((name, value) -> all.add(name + "=" + value));
        TestPropertyValues.of(all).applyTo(context);
        context.registerBean(Clock.class, () -> clock);
        context.register(Everything.class);
        context.refresh();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CatalogProperties.class)
    @Import({StoreConfiguration.class, ConnectorsConfiguration.class, RegistryConfiguration.class})
    static class Everything {}

    /** A SQLite file in the folder, which a second database of the same folder finds again. */
    public static RegistryDatabase sqlite(Path folder, Clock clock, Map<String, String> properties) {
        return new RegistryDatabase("jdbc:sqlite:" + folder.resolve("hub.db"), clock, properties);
    }

    /** An empty PostgreSQL database. */
    public static RegistryDatabase postgres(Clock clock, Map<String, String> properties) {
        return at(newPostgres(), clock, properties);
    }

    /** Whichever database there is. */
    public static RegistryDatabase at(String jdbcUrl, Clock clock, Map<String, String> properties) {
        return new RegistryDatabase(jdbcUrl, clock, properties);
    }

    /** The URL of an empty PostgreSQL database. */
    public static String newPostgres() {
        String name = "r" + UUID.randomUUID().toString().replace("-", "");
        EmbeddedPostgres running = server();
        JdbcClient.create(running.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        return running.getJdbcUrl("postgres", name);
    }

    private static synchronized EmbeddedPostgres server() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** How many rows the table has. */
    public long count(String table) {
        return bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
