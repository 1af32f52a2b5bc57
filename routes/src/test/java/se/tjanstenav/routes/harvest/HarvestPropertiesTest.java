package se.tjanstenav.routes.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HarvestPropertiesTest {

    @Test
    void hasTheDocumentedDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new HarvestProperties(true, Duration.ofMinutes(1), Duration.ofMinutes(15), null));
    }

    @Test
    void readsEveryKey() {
        Map<String, String> all = Map.of(
                "tjanstenav.harvest.on-start", "false",
                "tjanstenav.harvest.retry-after", "5s",
                "tjanstenav.harvest.retry-at-most", "1h",
                "tjanstenav.harvest.longest-pause", "30s");

        assertThat(bound(all))
                .isEqualTo(new HarvestProperties(
                        false, Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofSeconds(30)));
    }

    @Test
    void waitsTwiceAsLongAfterEveryFurtherFailureUpToTheMost() {
        HarvestProperties properties = bound(Map.of());

        assertThat(properties.retryDelay(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(properties.retryDelay(1)).isEqualTo(Duration.ofMinutes(2));
        assertThat(properties.retryDelay(3)).isEqualTo(Duration.ofMinutes(8));
        assertThat(properties.retryDelay(4)).isEqualTo(Duration.ofMinutes(15));
        assertThat(properties.retryDelay(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theLongestPauseBringsHarvestsForwardAndNeverPutsThemOff() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        HarvestProperties hurried = bound(Map.of("tjanstenav.harvest.longest-pause", "30s"));

        assertThat(hurried.due(now, now.plusSeconds(3600))).isEqualTo(now.plusSeconds(30));
        assertThat(hurried.due(now, now.plusSeconds(10))).isEqualTo(now.plusSeconds(10));
        assertThat(bound(Map.of()).due(now, now.plusSeconds(3600))).isEqualTo(now.plusSeconds(3600));
    }

    @Test
    void refusesWaitsThatMakeNoSense() {
        assertThatThrownBy(() -> bound(Map.of("tjanstenav.harvest.retry-after", "0s")))
                .hasRootCauseMessage("tjanstenav.harvest.retry-after must be longer than nothing");
        assertThatThrownBy(() -> bound(Map.of("tjanstenav.harvest.retry-at-most", "1s")))
                .hasRootCauseMessage("tjanstenav.harvest.retry-at-most must not be shorter than retry-after");
    }

    private static HarvestProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tjanstenav.harvest", HarvestProperties.class);
    }
}
