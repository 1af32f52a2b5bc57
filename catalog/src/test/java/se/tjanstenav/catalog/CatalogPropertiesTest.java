package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class CatalogPropertiesTest {

    @Test
    void needsNoConfiguration() {
        assertThat(bind(Map.of()))
                .isEqualTo(new CatalogProperties(
                        "jdbc:sqlite:./data/tjanstenav.db",
                        null,
                        null,
                        Path.of("data/index"),
                        DataSize.ofMegabytes(64),
                        5,
                        Duration.ofDays(3650)));
    }

    @Test
    void takesEverySetting() {
        assertThat(bind(Map.of(
                        "tjanstenav.catalog.jdbc-url", "jdbc:postgresql://db/hub",
                        "tjanstenav.catalog.username", "hub",
                        "tjanstenav.catalog.password", "hemligt",
                        "tjanstenav.catalog.index-directory", "/var/index",
                        "tjanstenav.catalog.cache-size", "1GB",
                        "tjanstenav.catalog.most-growth", "10",
                        "tjanstenav.catalog.history-retention", "400d")))
                .isEqualTo(new CatalogProperties(
                        "jdbc:postgresql://db/hub",
                        "hub",
                        "hemligt",
                        Path.of("/var/index"),
                        DataSize.ofGigabytes(1),
                        10,
                        Duration.ofDays(400)));
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        assertThatThrownBy(() -> bind(Map.of("tjanstenav.catalog.jdbc-url", "jdbc:h2:mem:x")))
                .rootCause()
                .hasMessageContaining("jdbc:sqlite: or jdbc:postgresql:");
    }

    @Test
    void hidesSecrets() {
        assertThat(new CatalogProperties(
                                "jdbc:postgresql://db/hub?password=dolt",
                                "hub",
                                "hemligt",
                                Path.of("i"),
                                DataSize.ofBytes(1),
                                5,
                                Duration.ZERO)
                        .toString())
                .doesNotContain("dolt")
                .doesNotContain("hemligt");
    }

    private static CatalogProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tjanstenav.catalog", CatalogProperties.class);
    }
}
