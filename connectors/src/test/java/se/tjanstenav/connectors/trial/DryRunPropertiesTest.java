package se.tjanstenav.connectors.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DryRunPropertiesTest {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()).deadline()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void takesEveryProperty() {
        assertThat(bind(Map.of("tjanstenav.dry-run.deadline", "45s")).deadline())
                .isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void refusesADeadlineThatNoAgencyKeeps() {
        assertThatThrownBy(() -> bind(Map.of("tjanstenav.dry-run.deadline", "0s")))
                .rootCause()
                .hasMessageContaining("tjanstenav.dry-run.deadline must be at least 1s");
    }

    private static DryRunProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tjanstenav.dry-run", DryRunProperties.class);
    }
}
