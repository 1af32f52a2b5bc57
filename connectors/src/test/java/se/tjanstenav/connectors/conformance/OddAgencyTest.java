package se.tjanstenav.connectors.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.connectors.conformance.Bench.failing;
import static se.tjanstenav.connectors.conformance.Bench.finding;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.tck.TestCertificate;
import se.tjanstenav.connectors.trial.JsonReport;

/** What agencies have been seen to do, each by answers made for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddAgencyTest {

    private static final String HOST = "api.agency.example";
    private static final String LIST = "/list";
    private static final String RIGHT_KEY = "the-right-key";
    private static final String NO_PAGES = "{type: none}";
    private static final String PAGES = "{type: page, parameter: page, first: 1, total: /total}";

    private TestCertificate certificate;
    private WireMockServer agency;

    @TempDir
    private Path folder;

    @BeforeAll
    void start(@TempDir Path certificates) {
        certificate = TestCertificate.of(HOST, certificates);
        agency = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(certificate.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
        agency.start();
    }

    @BeforeEach
    void forget() {
        agency.resetAll();
    }

    @AfterAll
    void stop() {
        agency.stop();
    }

    private Bench bench(String auth, String pagination) {
        return Bench.with("""
                        apiVersion: tjanstenav/v1
                        kind: Connector
                        metadata: {id: odd, agency: odd, title: Odd, owner: owner@agency.example}
                        spec:
                          egress: {hosts: [api.agency.example]}
                          limits: {response: 2s, run: 5s, bytes: 64KiB, decodedBytes: 64KiB, requestsPerSecond: 200}
                          auth: %s
                          feeds:
                            - name: services
                              kind: services
                              schedule: {every: 1h}
                              request: {path: /list}
                              pagination: %s
                              response: {format: json, records: /items, id: /id}
                              mapping:
                                language: jsonata
                                expression: "{'code': id, 'description': {'name': {'sv': name}, 'keywords': {'sv': [words]}}, 'commitments': [promise]}"
                        """.formatted(auth, pagination), folder)
                .secrets(Map.of("odd-key", RIGHT_KEY))
                .connect(Map.of(HOST, new InetSocketAddress("127.0.0.1", agency.httpsPort())))
                .trust(certificate.pem());
    }

    private Report examine(String pagination) {
        return bench("{type: none}", pagination).examine();
    }

    private Report examineWithKey() {
        return bench("{type: apiKey, header: X-Api-Key, key: {secret: odd-key}}", NO_PAGES)
                .examine();
    }

    private void always(ResponseDefinitionBuilder answer) {
        agency.stubFor(get(urlPathEqualTo(LIST)).willReturn(answer));
    }

    /** One answer after the other; the last one stays. */
    private void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            agency.stubFor(get(urlPathEqualTo(LIST))
                    .inScenario("turns")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "turn " + i)
                    .willSetStateTo("turn " + Math.min(i + 1, answers.length - 1))
                    .willReturn(answers[i]));
        }
    }

    private void page(String number, String json) {
        agency.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("page", equalTo(number))
                .willReturn(okJson(json)));
    }

    private static String items(String... items) {
        return "{\"items\": [" + String.join(", ", items) + "]}";
    }

    private static String item(String id, String more) {
        return "{\"id\": \"%s\", \"name\": \"Namn på %s\"%s}".formatted(id, id, more);
    }

    private static Outcome outcome(Report report, Expectation expectation) {
        return finding(report, "services", expectation).outcome();
    }

    @Test
    void tellsAnotherOrderApartFromChangedContent() {
        inTurn(
                okJson(items(item("a", ", \"words\": [\"x\", \"y\"]"), item("b", ""))),
                okJson(items(item("b", ""), item("a", ", \"words\": [\"y\", \"x\"]"))));
        Report report = examine(NO_PAGES);
        assertThat(report.result()).isEqualTo(Report.Result.HOLDS);
        assertThat(outcome(report, Expectation.SAME_ORDER)).isEqualTo(Outcome.ADVICE);
        assertThat(outcome(report, Expectation.SAME_RECORDS)).isEqualTo(Outcome.HOLDS);
        assertThat(finding(report, "services", Expectation.SAME_CONTENT).evidence())
                .isEqualTo("1 identical, 1 in another order, 0 changed where the mapping does not look, 0 changed");
    }

    @Test
    void namesWhatChangesWithoutBeingMapped() {
        inTurn(okJson(items(item("a", ", \"asked\": 1"))), okJson(items(item("a", ", \"asked\": 2"))));
        Report report = examine(NO_PAGES);
        assertThat(outcome(report, Expectation.SAME_CONTENT)).isEqualTo(Outcome.ADVICE);
        assertThat(finding(report, "services", Expectation.SAME_CONTENT).details())
                .containsExactly("record a: /asked");
    }

    @Test
    void namesRecordsThatChangeOrGoFromOneHarvestToTheNext() {
        inTurn(okJson(items(item("a", ""), item("b", ""))), okJson(items("{\"id\": \"a\", \"name\": \"Annat\"}")));
        Report report = examine(NO_PAGES);
        assertThat(failing(report, "services")).containsExactly(Expectation.SAME_RECORDS, Expectation.SAME_CONTENT);
        assertThat(finding(report, "services", Expectation.SAME_RECORDS).details())
                .containsExactly("record b: gone");
        assertThat(finding(report, "services", Expectation.SAME_CONTENT).details())
                .containsExactly("record a: /name");
    }

    @Test
    void namesRecordsWithoutIdAndWithAnIdThatIsThereAlready() {
        always(okJson(items(item("a", ""), item("a", ", \"x\": 1"), "{\"name\": \"Namnlös\"}")));
        Report report = examine(NO_PAGES);
        assertThat(failing(report, "services"))
                .containsExactly(Expectation.IDS_PRESENT, Expectation.IDS_UNIQUE, Expectation.MAPPED);
        assertThat(report.feeds().get(0).rejects()).singleElement().satisfies(reject -> assertThat(reject.code())
                .isEqualTo("MISSING_ID"));
    }

    @Test
    void tellsARecordThatIsOnTwoPagesAndATotalThatLies() {
        page("1", "{\"total\": 7, \"items\": [" + item("a", "") + ", " + item("b", "") + "]}");
        page("2", "{\"total\": 7, \"items\": [" + item("b", "") + ", " + item("c", "") + "]}");
        agency.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("page", matching("[3-9]"))
                .willReturn(okJson("{\"total\": 7, \"items\": []}")));
        Report report = examine(PAGES);
        assertThat(failing(report, "services"))
                .containsExactly(
                        Expectation.PAGES_END,
                        Expectation.NO_ID_ON_TWO_PAGES,
                        Expectation.TOTAL,
                        Expectation.IDS_UNIQUE);
        assertThat(finding(report, "services", Expectation.NO_ID_ON_TWO_PAGES).details())
                .containsExactly("record b: on page 1 and on page 2");
        assertThat(finding(report, "services", Expectation.TOTAL).evidence()).isEqualTo("announced: 7; come: 4");
    }

    @Test
    void tellsPagesThatRepeatThemselves() {
        always(okJson("{\"total\": 9, \"items\": [" + item("a", "") + "]}"));
        assertThat(failing(examine(PAGES), "services"))
                .containsExactly(
                        Expectation.PAGES_END,
                        Expectation.NO_LOOP,
                        Expectation.NO_ID_ON_TWO_PAGES,
                        Expectation.IDS_UNIQUE);
    }

    @Test
    void tellsThatPastTheEndIsAnError() {
        page("1", "{\"total\": 1, \"items\": [" + item("a", "") + "]}");
        agency.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam("page", matching("[2-9]"))
                .willReturn(aResponse().withStatus(404)));
        assertThat(failing(examine(PAGES), "services")).containsExactly(Expectation.PAST_THE_END);
    }

    @Test
    void tellsThatAnyoneGetsTheData() {
        always(okJson(items(item("a", ""))));
        Report report = examineWithKey();
        assertThat(failing(report, "services"))
                .containsExactly(Expectation.REFUSED_WITHOUT_CREDENTIALS, Expectation.REFUSED_WITH_WRONG_CREDENTIALS);
        assertThat(TextReport.write(report, false) + JsonReport.write(report)).doesNotContain(RIGHT_KEY);
    }

    @Test
    void tellsARefusalThatLooksLikeSomethingElse() {
        always(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Logga in</html>"));
        agency.stubFor(get(urlPathEqualTo(LIST))
                .withHeader("X-Api-Key", equalTo(RIGHT_KEY))
                .willReturn(okJson(items(item("a", "")))));
        Report report = examineWithKey();
        assertThat(report.result()).isEqualTo(Report.Result.HOLDS);
        assertThat(outcome(report, Expectation.REFUSED_WITHOUT_CREDENTIALS)).isEqualTo(Outcome.ADVICE);
        assertThat(outcome(report, Expectation.REFUSED_WITH_WRONG_CREDENTIALS)).isEqualTo(Outcome.ADVICE);
    }

    @Test
    void masksAKeyThatTheAgencyRepeatsInItsData() {
        always(okJson(items("{\"id\": \"" + RIGHT_KEY + "\"}")));
        Report report = examineWithKey();
        String everything = TextReport.write(report, false) + JsonReport.write(report);
        assertThat(everything).contains("***").doesNotContain(RIGHT_KEY);
    }

    @Test
    void tellsTextsThatWereDecodedWrongly() {
        always(okJson(items("{\"id\": \"a\", \"name\": \"LÃ¤rare\"}")));
        Report report = examine(NO_PAGES);
        assertThat(failing(report, "services")).containsExactly(Expectation.CHARSET);
        assertThat(finding(report, "services", Expectation.CHARSET).details()).containsExactly("record a: /name");
    }

    @Test
    void tellsJsonThatIsNotUtf8() {
        always(aResponse()
                .withHeader("Content-Type", "application/json")
                .withBody(items(item("å", "")).getBytes(ISO_8859_1)));
        assertThat(failing(examine(NO_PAGES), "services")).containsExactly(Expectation.CHARSET);
    }

    @Test
    void tellsThatOnlyAnotherAttemptSucceeded() {
        inTurn(aResponse().withStatus(503), okJson(items(item("a", ""))));
        Report report = examine(NO_PAGES);
        assertThat(report.result()).isEqualTo(Report.Result.HOLDS);
        assertThat(finding(report, "services", Expectation.SUCCESS).details())
                .containsExactly("503 to GET https://api.agency.example/list");
    }

    @Test
    void tellsARedirectAndAnAnswerThatIsTooLarge() {
        always(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));
        assertThat(failing(examine(NO_PAGES), "services")).containsExactly(Expectation.NO_REDIRECT);
        always(okJson(items(item("a", ", \"x\": \"" + "x".repeat(70_000) + "\""))));
        assertThat(failing(examine(NO_PAGES), "services")).containsExactly(Expectation.SIZE);
    }

    @Test
    void tellsAPeriodThatEndsBeforeItStarts() {
        always(okJson(items(item(
                "a",
                ", \"promise\": {\"code\": \"p\", \"aspect\": \"treatment\", \"statement\": {\"sv\": \"Vi svarar.\"},"
                        + " \"validFrom\": \"2026-02-01\", \"validThrough\": \"2026-01-01\"}"))));
        assertThat(failing(examine(NO_PAGES), "services")).containsExactly(Expectation.PERIODS_IN_ORDER);
    }

    @Test
    void keepsControlCharactersOutOfTheTerminal() {
        always(okJson(items("{\"id\": \"a\", \"\\u001b[2Jx\": 1}")));
        String text = TextReport.write(examine(NO_PAGES), false);
        assertThat(text.chars().filter(character -> character != '\n')).noneMatch(Character::isISOControl);
    }
}
