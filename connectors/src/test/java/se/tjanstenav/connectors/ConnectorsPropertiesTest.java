package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConnectorsPropertiesTest {

    @Test
    void hasDefaults() {
        ConnectorsProperties properties = bind(Map.of());
        assertThat(properties.descriptors()).containsExactly("file:./data/connectors/*.yaml");
        assertThat(properties.secrets()).isEqualTo(Path.of("data/secrets"));
        assertThat(properties.egress().connectTo()).isEmpty();
        assertThat(properties.egress().allowedNetworks()).isEmpty();
        assertThat(properties.egress().plainHttpHosts()).isEmpty();
        assertThat(properties.egress().trust()).isNull();
        assertThat(properties.egress().breakerOpenFor()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takesEveryProperty() {
        ConnectorsProperties properties = bind(Map.of(
                "tjanstenav.connectors.descriptors", "file:a.yaml,file:b.yaml",
                "tjanstenav.connectors.secrets", "/run/secrets",
                "tjanstenav.connectors.egress.connect-to[api.demo.example]", "127.0.0.1:9441",
                "tjanstenav.connectors.egress.allowed-networks", "127.0.0.0/8,::1/128",
                "tjanstenav.connectors.egress.plain-http-hosts", "legacy.demo.example:8080",
                "tjanstenav.connectors.egress.trust", "/etc/ca.pem",
                "tjanstenav.connectors.egress.breaker-open-for", "5s"));
        assertThat(properties.descriptors()).hasSize(2);
        assertThat(properties.secrets()).isEqualTo(Path.of("/run/secrets"));
        assertThat(properties.egress().addresses())
                .hasEntrySatisfying("api.demo.example", address -> assertThat(address.getPort())
                        .isEqualTo(9441));
        assertThat(properties.egress().allowedNetworks()).containsExactly("127.0.0.0/8", "::1/128");
        assertThat(properties.egress().plainHttpHosts()).containsExactly("legacy.demo.example:8080");
        assertThat(properties.egress().trust()).isEqualTo(Path.of("/etc/ca.pem"));
        assertThat(properties.egress().breakerOpenFor()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void refusesAnAddressWithoutPort() {
        assertThatThrownBy(() -> bind(Map.of("tjanstenav.connectors.egress.connect-to[api.demo.example]", "127.0.0.1")))
                .rootCause()
                .hasMessageContaining("address:port");
    }

    private static ConnectorsProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("tjanstenav.connectors", ConnectorsProperties.class);
    }
}
