package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tjanstenav.routes.HubUnderTest;

@ExtendWith(OutputCaptureExtension.class)
class FirstOperatorKeyTest {

    private static final String YES = "--tjanstenav.access.first-key=true";
    private static final Pattern KEY = Pattern.compile("tjn_[0-9a-f]{12}_[0-9a-f]{72}");

    @Test
    void theFirstStartShowsOneKeyAndNoLaterOneDoes(@TempDir Path folder, CapturedOutput output) throws IOException {
        String key;
        try (HubUnderTest hub = HubUnderTest.alone(folder, YES)) {
            List<String> shown = keysIn(output);
            assertThat(shown).hasSize(1);
            key = shown.get(0);
            assertThat(output.toString()).contains("shown this once", "java -jar tjanstenav.jar operator-key");
            assertThat(hub.client()
                            .with("X-API-Key", key)
                            .json("/registry/v1/keys")
                            .at("/keys/0/title")
                            .asString())
                    .isEqualTo("First operator key");
        }
        try (HubUnderTest again = HubUnderTest.alone(folder, YES)) {
            assertThat(keysIn(output)).hasSize(1);
            assertThat(again.client().get("/registry/v1/keys", "X-API-Key", key).statusCode())
                    .isEqualTo(200);
        }
        try (Stream<Path> kept = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(kept).isNotEmpty().allSatisfy(file -> assertThat(
                            Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContain(key.substring(17)));
        }
    }

    @Test
    void noneIsMadeWhereItCouldNotBeShown(@TempDir Path folder, CapturedOutput output) {
        try (HubUnderTest hub = HubUnderTest.alone(folder, YES, "--logging.level.tjanstenav.operator-key=off")) {
            assertThat(hub.operator()
                            .json("/registry/v1/keys")
                            .at("/meta/total")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(keysIn(output)).isEmpty();
    }

    @Test
    void noneIsMadeWhereTheOperatorWantsNone(@TempDir Path folder, CapturedOutput output) {
        try (HubUnderTest hub = HubUnderTest.alone(folder, "--tjanstenav.access.first-key=false")) {
            assertThat(hub.operator()
                            .json("/registry/v1/keys")
                            .at("/meta/total")
                            .asInt())
                    .isEqualTo(1);
        }
        assertThat(keysIn(output)).isEmpty();
    }

    private static List<String> keysIn(CapturedOutput output) {
        return KEY.matcher(output.toString()).results().map(MatchResult::group).toList();
    }
}
