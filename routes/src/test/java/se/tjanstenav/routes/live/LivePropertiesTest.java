package se.tjanstenav.routes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LivePropertiesTest {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new LiveProperties(
                        DataSize.ofMegabytes(16), 10_000, Duration.ofHours(1), 64, 4, Duration.ofSeconds(10)));
    }

    @Test
    void readsEveryKey() {
        Map<String, String> all = Map.of(
                "tjanstenav.live.cache-size", "1MB",
                "tjanstenav.live.cache-entries", "10",
                "tjanstenav.live.kept-unused", "2h",
                "tjanstenav.live.threads", "3",
                "tjanstenav.live.threads-per-feed", "2",
                "tjanstenav.live.retry-after", "5s");

        assertThat(bound(all))
                .isEqualTo(new LiveProperties(
                        DataSize.ofMegabytes(1), 10, Duration.ofHours(2), 3, 2, Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "cache-size, 0B",
        "cache-entries, 0",
        "kept-unused, 0s",
        "threads, 0",
        "threads-per-feed, 0",
        "retry-after, -1s"
    })
    void refusesWhatMakesNoSense(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("tjanstenav.live." + name, value)))
                .hasRootCauseMessage("tjanstenav.live." + name + " must be more than nothing");
    }

    private static LiveProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tjanstenav.live", LiveProperties.class);
    }
}
