package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OpenSearchPropertiesTest {

    private static final String KEY = "tjanstenav.catalog.search.opensearch";

    @Test
    void nothingConfiguredMeansLucene() {
        OpenSearchProperties none = bind(Map.of());

        assertThat(none).isEqualTo(new OpenSearchProperties(List.of(), null, null, "tjanstenav", null, "2.19"));
        assertThat(none.configured()).isFalse();
    }

    @Test
    void takesEverySetting() {
        OpenSearchProperties all = bind(Map.of(
                KEY + ".uris", "https://a.example:9200,https://b.example:9200",
                KEY + ".username", "hub",
                KEY + ".password", "hemligt",
                KEY + ".index-prefix", "nav",
                KEY + ".ca-certificate", "/etc/ca.pem",
                KEY + ".version", "2.11"));

        assertThat(all)
                .isEqualTo(new OpenSearchProperties(
                        List.of(URI.create("https://a.example:9200"), URI.create("https://b.example:9200")),
                        "hub",
                        "hemligt",
                        "nav",
                        Path.of("/etc/ca.pem"),
                        "2.11"));
        assertThat(all.configured()).isTrue();
        assertThat(all.toString()).doesNotContain("hemligt");
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertRefused(Map.of(KEY + ".uris", "search.example:9200"), "such as https://search.example:9200");
        assertRefused(Map.of(KEY + ".uris", "https://hub:dolt@search.example"), "must not hold a password");
        assertRefused(Map.of(KEY + ".uris", "https://a.example,http://b.example"), "all http or all https");
        assertRefused(Map.of(KEY + ".index-prefix", "Nav-*"), "lower-case letters");
    }

    private static void assertRefused(Map<String, String> settings, String why) {
        assertThatThrownBy(() -> bind(settings)).rootCause().hasMessageContaining(why);
    }

    private static OpenSearchProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(KEY, OpenSearchProperties.class);
    }
}
