package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.connectors.registry.RegistryDatabase;

class SecretKeysTest {

    private static final String KEY = Base64.getEncoder().encodeToString("0123456789abcdef0123456789ABCDEF".getBytes());
    private static final String SHORT = Base64.getEncoder().encodeToString("0123456789abcdef".getBytes());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                keys.k1=SHORT                           | tjanstenav.secrets.keys.k1 has 16 bytes instead of 32
                keys.k1=not base64 at all!              | tjanstenav.secrets.keys.k1 is not in base64
                keys.k1=                                | tjanstenav.secrets.keys.k1 has 0 bytes instead of 32
                keys=KEY                                | each key stands in a property of its own
                keys[KEY]=k1                            | tjanstenav.secrets.keys has an id that is not a name
                keys.k1=KEY;active-key=k2               | tjanstenav.secrets.active-key is none of the ids
                keys.k1=KEY;active-key=KEY              | tjanstenav.secrets.active-key is none of the ids
                keys.k1=KEY;keys.k2=KEY                 | tjanstenav.secrets.active-key is missing
                active-key=k1                           | tjanstenav.secrets.active-key is none of the ids
                """)
    void refusesToStartWithoutShowingAPieceOfAKey(String properties, String message) {
        assertThatThrownBy(() -> RegistryDatabase.sqlite(folder, Clock.systemUTC(), given(properties))
                        .close())
                .satisfies(thrown -> {
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString())
                            .contains(message)
                            .doesNotContain(KEY, SHORT, "not base64 at all", "0123456789");
                });
    }

    private static Map<String, String> given(String properties) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String property :
                properties.replace("KEY", KEY).replace("SHORT", SHORT).split(";")) {
            int equals = property.startsWith("keys[") ? property.indexOf("]=") + 1 : property.indexOf('=');
            given.put(
                    "tjanstenav.secrets." + property.substring(0, equals),
                    property.substring(equals + 1).strip());
        }
        return given;
    }

    @Test
    void takesAnOnlyKeyAsTheActiveOneAndHidesItself() {
        SecretsProperties properties = new SecretsProperties(Map.of("k1", KEY), null);
        SecretKeys keys = SecretKeys.of(properties);
        assertThat(keys.active().orElseThrow().id()).isEqualTo("k1");
        assertThat(properties + " " + keys + " " + keys.active()).doesNotContain(KEY, "0123456789");
    }

    @Test
    void mayHaveNone() {
        assertThat(SecretKeys.of(new SecretsProperties(null, null)).active()).isEmpty();
    }
}
