package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessPropertiesTest {

    private static final Map<String, String> ISSUER = Map.of(
            "tjanstenav.access.jwt.issuer", "https://issuer.example",
            "tjanstenav.access.jwt.jwk-set-uri", "https://issuer.example/keys",
            "tjanstenav.access.jwt.audience", "hub");

    @Test
    void byDefaultKeysAloneOpenAndTheFirstIsMade() {
        assertThat(bind(Map.of())).isEqualTo(new AccessProperties(true, 30, null));
    }

    @Test
    void everySettingIsRead() {
        Map<String, String> all = new HashMap<>(ISSUER);
        all.putAll(Map.of(
                "tjanstenav.access.first-key", "false",
                "tjanstenav.access.failures-per-minute", "5",
                "tjanstenav.access.jwt.role-claim", "r",
                "tjanstenav.access.jwt.agency-claim", "a",
                "tjanstenav.access.jwt.longest-life", "1h",
                "tjanstenav.access.jwt.allow-http", "true"));

        assertThat(bind(all))
                .isEqualTo(new AccessProperties(
                        false,
                        5,
                        new AccessProperties.Jwt(
                                "https://issuer.example",
                                URI.create("https://issuer.example/keys"),
                                "hub",
                                "r",
                                "a",
                                Duration.ofHours(1),
                                true)));
    }

    @ParameterizedTest
    @CsvSource({
        "issuer,                ''",
        "audience,              ''",
        "jwk-set-uri,           http://issuer.example/keys",
        "jwk-set-uri,           file:/etc/keys",
        "longest-life,          0s"
    })
    void whatIsNotSafeKeepsTheHubFromStarting(String name, String value) {
        Map<String, String> settings = new HashMap<>(ISSUER);
        settings.put("tjanstenav.access.jwt." + name, value);

        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageContaining("tjanstenav.access.jwt." + name);
    }

    @ParameterizedTest
    @CsvSource({"issuer", "audience", "jwk-set-uri"})
    void anIssuerIsDescribedInFull(String missing) {
        Map<String, String> settings = new HashMap<>(ISSUER);
        settings.remove("tjanstenav.access.jwt." + missing);

        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageContaining("belong together");
    }

    private static AccessProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("tjanstenav.access", AccessProperties.class);
    }
}
