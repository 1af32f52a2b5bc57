package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** An agency that means harm, or behaves as if it did: time, memory, connections and secrets stay the hub's own. */
class HostileAgencyTest extends AgainstTestAgency {

    private static final String ITEMS = "{\"items\": [{\"id\": \"a\"}]}";
    private static final String OAUTH = """
            limits: {run: 5s, requestsPerSecond: 200}
            auth: {type: oauth2ClientCredentials, tokenUrl: "https://api.agency.example/token", clientId: hub,
                   clientSecret: {secret: oauth}}
            """;
    private static final Map<String, String> SECRETS = Map.of("oauth", "client-secret-1", "key", "api-key-12345");

    @Test
    void endsAHungConnectionAtTheDeadlineOfTheRun() {
        agency.reply("/v1/list", okJson(ITEMS).withFixedDelay(20_000));
        try (TestHub hub = hub("limits: {run: 1s, response: 30s}")) {
            assertEndsInTime(hub);
        }
    }

    @Test
    void endsAStalledBodyAtTheDeadlineOfTheRun() {
        agency.reply("/v1/list", okJson(ITEMS).withChunkedDribbleDelay(2, 40_000));
        try (TestHub hub = hub("limits: {run: 1s, response: 30s}")) {
            assertEndsInTime(hub);
        }
    }

    @Test
    void endsHeadersThatDripAtTheDeadlineOfTheRun() throws Exception {
        try (RawAgency raw = RawAgency.dripping(certificate, "HTTP/1.1 200 OK\r\n", "X-Drip: 1\r\n", 50);
                TestHub hub = hub("limits: {run: 1s, response: 30s}", raw)) {
            assertEndsInTime(hub);
        }
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        String padding = "X-Padding: " + "x".repeat(1_000) + "\r\n";
        try (RawAgency raw = RawAgency.dripping(certificate, "HTTP/1.1 200 OK\r\n", padding, 0);
                TestHub hub = hub("limits: {run: 8s, response: 5s}", raw)) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("TOO_LARGE");
        }
    }

    @Test
    void refusesAHeaderWithoutEnd() throws Exception {
        try (RawAgency raw = RawAgency.dripping(certificate, "HTTP/1.1 200 OK\r\nX-Padding: ", "x".repeat(1_000), 0);
                TestHub hub = hub("limits: {run: 8s, response: 5s}", raw)) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("TOO_LARGE");
        }
    }

    @Test
    void losesNoConnectionToAnswersItRefuses() {
        agency.reply("/v1/list", okJson(ITEMS).withHeader("Content-Encoding", "br"));
        try (TestHub hub = hub("limits: {run: 2s, response: 1s, requestsPerSecond: 200}")) {
            for (int i = 0; i < 10; i++) {
                assertThat(TestAgency.fault(hub).code()).isEqualTo("WRONG_CONTENT_TYPE");
            }
        }
    }

    @Test
    void losesNoConnectionToRunsThatAreAbandoned() {
        String many = "{\"items\": [" + "{\"id\": \"a\"},".repeat(20_000) + "{\"id\": \"b\"}]}";
        agency.reply("/v1/list", okJson(many));
        try (TestHub hub = hub("limits: {run: 2s, response: 1s, requestsPerSecond: 200}")) {
            for (int i = 0; i < 10; i++) {
                try (RecordStream stream = TestAgency.feed(hub).open()) {
                    assertThat(stream.next().externalId()).isEqualTo("a");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json | eyJhbGciOi.token-in-the-answer
            application/json | {"access_token": "token-in-the-answer" "x"}
            application/json | {"access_token": "token-in-the-answer" eyJhb
            text/plain       | access_token=token-in-the-answer
            """)
    void showsNothingOfATokenAnswerItCannotUse(String type, String body) {
        agency.reply("/token", aResponse().withHeader("Content-Type", type).withBody(body));
        try (TestHub hub = agency.hub(TestAgency.spec(OAUTH, "{type: none}"), SECRETS)) {
            assertThat(TestAgency.fault(hub).detail()).doesNotContain("token-in", "eyJ", "client-secret");
        }
        agency.reply(
                "/token",
                aResponse().withStatus(202).withHeader("Content-Type", type).withBody(body));
        try (TestHub hub = agency.hub(TestAgency.spec(OAUTH, "{type: none}"), SECRETS)) {
            assertThat(TestAgency.fault(hub).detail()).doesNotContain("token-in", "eyJ");
        }
    }

    @Test
    void showsNoPieceOfATokenThatTheAgencyEchoes() {
        String token = "token-" + "x1y2z3".repeat(60);
        agency.replyJson("/token", "{\"access_token\": \"%s\"}".formatted(token));
        agency.reply("/v1/list", aResponse().withStatus(404).withBody("no such page for Bearer " + token));
        try (TestHub hub = agency.hub(TestAgency.spec(OAUTH, "{type: none}"), SECRETS)) {
            assertThat(TestAgency.fault(hub).detail())
                    .contains("no such page")
                    .doesNotContain("x1y2z3x1y2z3", "token-x1y2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "-5", "\"soon\"", "99999999999999999999", "null"})
    void livesWithAnOddLifeOfAToken(String life) {
        agency.replyJson("/token", "{\"access_token\": \"some-token-1\", \"expires_in\": %s}".formatted(life));
        agency.replyJson("/v1/list", ITEMS);
        try (TestHub hub = agency.hub(TestAgency.spec(OAUTH, "{type: none}"), SECRETS)) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    @Test
    void sendsTheApiKeyInItsHeaderAndShowsItNowhere() {
        String auth = "auth: {type: apiKey, header: X-Api-Key, key: {secret: key}}";
        agency.replyJson("/v1/list", ITEMS);
        try (TestHub hub = agency.hub(TestAgency.spec(auth, "{type: none}"), SECRETS)) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
            agency.server()
                    .verify(getRequestedFor(urlEqualTo("/v1/list")).withHeader("X-Api-Key", equalTo("api-key-12345")));
            agency.reply("/v1/list", aResponse().withStatus(404).withBody("unknown key api-key-12345"));
            assertThat(TestAgency.fault(hub).detail()).contains("unknown key ***");
        }
    }

    @Test
    void trustsOnlyTheAuthoritiesOfItsOwnDescriptor(@TempDir Path other) {
        String trust = "tls: {trust: {secret: authorities}}";
        String stranger = TestCertificate.of("api.other.example", other).pem();
        agency.replyJson("/v1/list", ITEMS);
        java.net.InetSocketAddress address =
                new java.net.InetSocketAddress("127.0.0.1", agency.server().httpsPort());
        String spec = TestAgency.spec(trust, "{type: none}");
        try (TestHub hub = agency.hub(spec, Map.of("authorities", certificate.pem()), address, stranger)) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
        try (TestHub hub = agency.hub(spec, Map.of("authorities", stranger), address, certificate.pem())) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("TLS");
        }
    }

    @Test
    void tellsWhyTheBreakerIsOpen() {
        agency.replyJson("/v1/list", ITEMS);
        try (TestHub hub = hub("limits: {requestsPerSecond: 200}")) {
            TestAgency.ids(hub);
            agency.reply("/v1/list", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
            assertThat(TestAgency.fault(hub).code()).isEqualTo("CONNECTION_LOST");
            assertThat(TestAgency.fault(hub).code()).as("opens during the run").isEqualTo("CONNECTION_LOST");
            assertThat(TestAgency.fault(hub)).satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("CIRCUIT_OPEN");
                assertThat(fault.detail()).contains("CONNECTION_LOST", "the connection broke");
            });
        }
    }

    @Test
    void tellsTheAgencysFaultAndNotThatTimeIsOverWhenItIsTooLateToTryAgain() {
        agency.reply("/v1/list", aResponse().withStatus(429).withHeader("Retry-After", "1"));
        try (TestHub hub = hub("limits: {run: 1100ms, requestsPerSecond: 200}")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("RATE_LIMITED");
        }
    }

    @Test
    void takesNullAloneForAnEmptyList() {
        agency.replyJson("/v1/list", "null");
        String spec = TestAgency.spec("auth: {type: none}", "{type: none}").replace("records: /items", "records: \"\"");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            assertThat(TestAgency.completeness(hub)).isEqualTo("COMPLETE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": {\"id\": \"a\"}}",
                "{\"items\": \"none\"}",
                "{\"data\": []}",
                "[]",
                "{\"items\": []} trailing",
                "{\"items\": [], \"items\": []}",
                "{\"items\": [{\"n\": 1e}]}"
            })
    void neverTakesAnAnswerWithoutItsListForACompleteRun(String body) {
        agency.replyJson("/v1/list", body);
        try (TestHub hub = hub("auth: {type: none}")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("MALFORMED_RESPONSE");
        }
    }

    private TestHub hub(String more) {
        return agency.hub(TestAgency.spec(more, "{type: none}"), SECRETS);
    }

    private TestHub hub(String more, RawAgency raw) {
        return agency.hub(TestAgency.spec(more, "{type: none}"), SECRETS, raw.address());
    }

    private static void assertEndsInTime(TestHub hub) {
        long started = System.nanoTime();
        assertThat(TestAgency.fault(hub).code()).isEqualTo("DEADLINE");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }
}
