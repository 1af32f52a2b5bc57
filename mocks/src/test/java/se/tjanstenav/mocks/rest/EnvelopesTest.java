package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.mocks.AgencyFeed;
import se.tjanstenav.mocks.agency.Agency;
import tools.jackson.databind.json.JsonMapper;

/** The mappings of every listed REST agency. */
class EnvelopesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Agency> agencies() {
        return Agency.all().stream().filter(each -> !each.external() && each.soap() == null);
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void envelopesMakeJson(Agency agency) throws IOException {
        for (AgencyFeed feed : AgencyFeed.of(agency)) {
            FeedParameters parameters = FeedParameters.of(Objects.requireNonNull(feed.parameters()));
            if (parameters.envelope() != null) {
                Page page = new Page(feed.data().records(), 1, 0, 1, 0, 1, "next", "https://next.example/");
                try (InputStream answer = parameters.around(feed.data(), page).stream(UTF_8)) {
                    assertThat(JSON.readTree(answer).isObject()).isTrue();
                }
            }
        }
    }
}
