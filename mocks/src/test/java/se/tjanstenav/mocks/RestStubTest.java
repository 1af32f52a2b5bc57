package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestStubTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SKATTEVERKET = "api.skatteverket.example";
    private static final String SKELLEFTEA = "api.skelleftea.example";
    private static final String TILLVAXTVERKET = "data.tillvaxtverket.example";
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));

    private static StubAgencies agencies;
    private static StubClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path catalogue = Files.writeString(folder.resolve("gd.json"), "[{\"id\": 1}]");
        InstantSource source = NOW::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        agencies = StubAgencies.builder()
                .agencies("skatteverket", "skelleftea", "tillvaxtverket", "dvv")
                .nationalCatalogue(catalogue)
                .tokenLife(Duration.ofSeconds(30))
                .clock(clock)
                .start();
        client = new StubClient(agencies);
    }

    @AfterAll
    static void stop() {
        client.close();
        agencies.close();
    }

    @Test
    void followsCursorsThroughEveryFeedOfSkatteverket() throws IOException {
        assertThat(allItems("/v2/services", "kod")).hasSize(10).doesNotHaveDuplicates();
        assertThat(allItems("/v2/processing-times", "id")).hasSize(13).doesNotHaveDuplicates();
        assertThat(allItems("/v2/commitments", "id")).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void refusesRequestsWithoutToken() throws IOException {
        StubClient.Answer answer = client.get(SKATTEVERKET, "/v2/services");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ");
        assertThat(answer.body()).doesNotContain("SKV-");
    }

    @Test
    void refusesInventedAndExpiredTokens() throws IOException {
        assertThat(services("Bearer invented").header("WWW-Authenticate")).contains("invalid_token");
        String token = token();
        assertThat(services("Bearer " + token).status()).isEqualTo(200);
        NOW.updateAndGet(now -> now.plusSeconds(30));
        StubClient.Answer answer = services("Bearer " + token);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("expired");
        assertThat(services("Bearer " + token()).status()).isEqualTo(200);
    }

    @Test
    void givesNoTokenToWrongClientOrGrant() throws IOException {
        assertThat(askForToken("wrong", "client_credentials").status()).isEqualTo(401);
        assertThat(askForToken(secret(), "password").status()).isEqualTo(400);
        assertThat(client.get(SKATTEVERKET, "/oauth2/token").status()).isEqualTo(405);
    }

    @Test
    void refusesUnknownCursor() throws IOException {
        assertThat(client.get(SKATTEVERKET, "/v2/services?after=zzz", "Authorization", "Bearer " + token())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void slicesSkellefteaByOffsetAndLimit() throws IOException {
        JsonNode page = json(client.get(SKELLEFTEA, "/kontaktcenter/v1/tjanster?offset=8&limit=3"));
        assertThat(page.at("/meta/total").asInt()).isEqualTo(10);
        assertThat(page.at("/data").size()).isEqualTo(2);
        assertThat(page.at("/data/0/artikel_id").asString()).isEqualTo("SKE-1009");
        assertThat(json(client.get(SKELLEFTEA, "/kontaktcenter/v1/tjanster?offset=99"))
                        .at("/data")
                        .size())
                .isZero();
        assertThat(client.get(SKELLEFTEA, "/kontaktcenter/v1/tjanster?limit=0").status())
                .isEqualTo(400);
    }

    @Test
    void servesLinkedDataAsAnAggregator() throws IOException {
        StubClient.Answer answer = client.get(TILLVAXTVERKET, "/cpsv/v1/public-services");
        assertThat(answer.header("Content-Type")).startsWith("application/ld+json");
        List<String> authorities = new ArrayList<>();
        json(answer)
                .at("/@graph")
                .forEach(each -> authorities.add(
                        each.at("/hasCompetentAuthority/identifier").asString()));
        assertThat(authorities).hasSize(12).contains("202100-5489", "202100-5448", "202100-6198");
    }

    @Test
    void servesTheNationalCatalogueAsItIsOnDisk() throws IOException {
        StubClient.Answer answer = client.get("api.dvv.example", "/gd.json");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.body()).isEqualTo("[{\"id\": 1}]");
    }

    @Test
    void servesFinlandsWholeCatalogue() throws IOException {
        Path file = Path.of("../../shared/data/ptv/gd.json");
        assumeTrue(Files.isRegularFile(file), () -> file + " is absent: Finland's national catalogue is not tested");
        try (StubAgencies finland = StubAgencies.builder()
                        .agencies("dvv")
                        .nationalCatalogue(file)
                        .start();
                StubClient reader = new StubClient(finland)) {
            assertThat(json(reader.get("api.dvv.example", "/gd.json")).size()).isEqualTo(458);
        }
    }

    @Test
    void doesNotOfferTheNationalCatalogueWhereTheFileIsAbsent() {
        try (StubAgencies none = StubAgencies.builder()
                .agencies("dvv")
                .nationalCatalogue(Path.of("no-such-file.json"))
                .start()) {
            assertThat(none.agencies()).isEmpty();
        }
    }

    @Test
    void marksEveryAnswerAsAStubs() throws IOException {
        assertThat(client.get(SKELLEFTEA, "/kontaktcenter/v1/tjanster").header("X-Stub"))
                .isEqualTo("true");
        assertThat(client.get(SKATTEVERKET, "/v2/services").header("X-Stub")).isEqualTo("true");
    }

    @Test
    void listsUnmatchedRequestsButNotRefusedOnes() throws IOException {
        assertThat(client.get(SKATTEVERKET, "/v2/services").status()).isEqualTo(401);
        assertThat(client.get(TILLVAXTVERKET, "/nothing/here").status()).isEqualTo(404);
        assertThat(agencies.unmatched()).containsExactly("tillvaxtverket: GET /nothing/here");
    }

    @Test
    void showsACertificateForItsOwnHostOnly() {
        int port = agencies.agency("tillvaxtverket").port();
        assertThatThrownBy(() -> client.getFrom(SKELLEFTEA, port, "/cpsv/v1/public-services"))
                .isInstanceOf(SSLException.class);
    }

    private static List<String> allItems(String path, String id) throws IOException {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(client.get(SKATTEVERKET, path + cursor, "Authorization", "Bearer " + token()));
            assertThat(page.at("/items").size()).isBetween(1, 4);
            page.at("/items").forEach(item -> ids.add(item.path(id).asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "?after=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return ids;
    }

    private static StubClient.Answer services(String authorization) throws IOException {
        return client.get(SKATTEVERKET, "/v2/services", "Authorization", authorization);
    }

    private static String secret() {
        return agencies.secrets().getOrDefault("skatteverket-oauth", "");
    }

    private static String token() throws IOException {
        JsonNode answer = json(askForToken(secret(), "client_credentials"));
        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(30);
        return answer.path("access_token").asString();
    }

    private static StubClient.Answer askForToken(String secret, String grant) throws IOException {
        return client.post(
                SKATTEVERKET,
                "/oauth2/token",
                "grant_type=" + grant,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(("tjanstenav:" + secret).getBytes(UTF_8)));
    }

    private static JsonNode json(StubClient.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
