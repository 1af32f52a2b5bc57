package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.mocks.agency.Agency;
import tools.jackson.databind.json.JsonMapper;

/** Every mapping and every operation of every listed agency, asked as its agency.json says, answers with records. */
class EveryFeedTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private static StubAgencies agencies;

    @BeforeAll
    static void start() {
        AtomicLong looks = new AtomicLong();
        // Time goes on at each look at the clock, so that no rate limit is met.
        InstantSource ticking = () -> START.plusSeconds(looks.getAndAdd(10));
        Clock clock = ticking.withZone(ZoneOffset.UTC);
        agencies = StubAgencies.builder()
                .tokenLife(Duration.ofDays(1))
                .clock(clock)
                .start();
    }

    @AfterAll
    static void stop() {
        agencies.close();
    }

    static List<Agency> agencies() {
        return Agency.all().stream().filter(each -> !each.external()).toList();
    }

    @ParameterizedTest
    @MethodSource("agencies")
    void answersWithRecords(Agency agency) throws Exception {
        try (StubClient client = new StubClient(agencies, secret(agency.clientCertificate()))) {
            for (AgencyFeed feed : AgencyFeed.of(agency)) {
                StubClient.Answer answer = agency.soap() == null
                        ? client.get(agency.host(), feed.address(), credentials(agency, client))
                        : call(agency, agency.soap(), feed, client);
                assertThat(answer.status()).as(feed.address()).isEqualTo(200);
                assertThat(feed.ids()).as(feed.address()).anyMatch(answer.body()::contains);
                parse(answer);
            }
        }
        assertThat(agencies.unused())
                .as("mappings and operations nobody asked")
                .noneMatch(each -> each.startsWith(agency.id() + ": "));
        assertThat(agencies.unmatched()).isEmpty();
    }

    @Test
    void toldBeforehandWhatNobodyHasAsked() {
        try (StubAgencies fresh = StubAgencies.launch("skelleftea", "bolagsverket")) {
            assertThat(fresh.unused())
                    .containsExactlyInAnyOrder(
                            "skelleftea: GET /kontaktcenter/v1/handlaggningstider",
                            "skelleftea: GET /kontaktcenter/v1/tjanster",
                            "skelleftea: GET /kontaktcenter/v1/tjanstegarantier",
                            "bolagsverket: HamtaTjanster",
                            "bolagsverket: HamtaHandlaggningstider",
                            "bolagsverket: HamtaAtaganden");
        }
    }

    private static void parse(StubClient.Answer answer) throws XMLStreamException {
        if (answer.header("Content-Type").contains("json")) {
            JSON.readTree(answer.body());
        } else if (answer.header("Content-Type").contains("xml")) {
            StaxUtils.read(new ByteArrayInputStream(answer.bytes()));
        } else {
            assertThat(answer.header("Content-Type")).startsWith("text/csv");
        }
    }

    private static String[] credentials(Agency agency, StubClient client) throws IOException {
        if (agency.apiKey() != null) {
            return new String[] {
                agency.apiKey().header(),
                Objects.requireNonNull(secret(agency.apiKey().secret()))
            };
        }
        if (agency.oauth2() == null) {
            return new String[0];
        }
        String client64 = Base64.getEncoder()
                .encodeToString((agency.oauth2().clientId() + ":"
                                + secret(agency.oauth2().secret()))
                        .getBytes(UTF_8));
        StubClient.Answer token = client.post(
                agency.host(),
                agency.oauth2().tokenPath(),
                "grant_type=client_credentials",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic " + client64);
        return new String[] {
            "Authorization",
            "Bearer " + JSON.readTree(token.body()).path("access_token").asString()
        };
    }

    private static StubClient.Answer call(Agency agency, Agency.Soap soap, AgencyFeed feed, StubClient client)
            throws IOException {
        Agency.Operation operation = soap.operations().stream()
                .filter(each -> each.name().equals(feed.address()))
                .findFirst()
                .orElseThrow();
        String action = soap.actionPrefix() + operation.name();
        StringBuilder headers = new StringBuilder();
        if (soap.addressing()) {
            headers.append(SoapRequests.addressing(action));
        }
        Agency.UsernameToken token = agency.usernameToken();
        if (token != null) {
            headers.append(SoapRequests.digest(token.user(), Objects.requireNonNull(secret(token.secret()))));
        }
        boolean old = soap.version().equals("1.1");
        String envelope = old
                ? SoapRequests.soap11(soap.namespace(), operation.request())
                : SoapRequests.soap12(headers.toString(), soap.namespace(), operation.request());
        String signing = secret(agency.signature());
        if (signing != null) {
            envelope = SignedRequests.sign(envelope, signing, Set.of("Body", "Timestamp"));
        }
        List<String> http = new ArrayList<>(List.of(
                "Content-Type",
                old ? "text/xml;charset=utf-8" : "application/soap+xml;charset=utf-8;action=\"" + action + "\""));
        if (old) {
            http.addAll(List.of("SOAPAction", "\"" + action + "\""));
        }
        return client.post(agency.host(), agency.path(), envelope, http.toArray(String[]::new));
    }

    private static @Nullable String secret(@Nullable String name) {
        return name == null ? null : agencies.secrets().get(name);
    }
}
