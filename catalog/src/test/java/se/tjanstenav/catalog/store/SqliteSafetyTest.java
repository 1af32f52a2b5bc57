package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.TestCatalogue;

class SqliteSafetyTest {

    @TempDir
    Path folder;

    @Test
    void survivesPowerCutsAndWaitsForItsTurn() {
        try (TestCatalogue hub = TestCatalogue.in(folder, new MovableClock())) {
            JdbcClient jdbc = JdbcClient.create(hub.bean(DataSource.class));

            assertThat(pragma(jdbc, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(jdbc, "synchronous")).isEqualTo("2");
            assertThat(pragma(jdbc, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(jdbc, "busy_timeout")).isEqualTo("60000");
            assertThat(Files.exists(folder.resolve("data/catalogue.db"))).isTrue();
        }
    }

    private static String pragma(JdbcClient jdbc, String name) {
        return jdbc.sql("pragma " + name).query(String.class).single();
    }
}
