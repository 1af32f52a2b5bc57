package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.connectors.tck.DryRunTest.item;
import static se.tjanstenav.connectors.tck.DryRunTest.items;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunReport.Result;
import se.tjanstenav.connectors.trial.DryRunText;
import se.tjanstenav.connectors.trial.FeedTrial;
import se.tjanstenav.connectors.trial.JsonReport;

/** A dry run of an agency that means harm ends in time, with a fault in its report and little of its answers. */
class HostileDryRunTest extends AgainstTestAgency {

    private static final Duration DEADLINE = Duration.ofSeconds(4);
    /** Far more than the deadline, far less than what these agencies would take. */
    private static final Duration MOST = Duration.ofSeconds(40);

    private static final String SPEC = TestAgency.spec("limits: {response: 5m, run: 10m}", "{type: none}");

    private DryRunBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new DryRunBench(agency, certificate, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> attacks() {
        String html = "<html><script>alert(1)</script>" + "secret of the inner network ".repeat(500);
        return Stream.of(
                Arguments.of("hangs", okJson(items()).withFixedDelay(120_000)),
                Arguments.of(
                        "drips", okJson(items(item("a", "x".repeat(3_000)))).withChunkedDribbleDelay(60, 120_000)),
                Arguments.of(
                        "bomb",
                        okJson("").withHeader("Content-Encoding", "gzip").withBody(bomb())),
                Arguments.of(
                        "page of HTML",
                        aResponse().withHeader("Content-Type", "text/html").withBody(html)),
                Arguments.of("page of HTML as JSON", okJson(html)),
                Arguments.of("error", aResponse().withStatus(500).withBody(html)),
                Arguments.of("asked to wait", aResponse().withStatus(429).withHeader("Retry-After", "3600")),
                Arguments.of("led elsewhere", aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1/")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void endsWithAFaultAndShowsLittleOfTheAnswer(String name, ResponseDefinitionBuilder answer) {
        agency.reply("/v1/list", answer);
        long started = System.nanoTime();

        DryRunReport report = bench.tryOut(SPEC, 5, Map.of(), DEADLINE);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MOST);
        assertThat(report.result()).isEqualTo(Result.FAULTY);
        assertThat(report.feeds().get(0).fault()).isNotNull();
        assertThat(JsonReport.write(report).length()).isLessThan(4_000);
    }

    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"items\": [".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 2_000; i++) {
                out.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void tellsThatItsOwnTimeWasUpAndStillTriesTheOtherFeed() {
        agency.reply("/v1/list", okJson(items()).withFixedDelay(120_000));
        agency.replyJson("/v1/other", items(item("a", "Flytta")));
        String two = SPEC
                + SPEC.substring(SPEC.indexOf("  - name: list"))
                        .replace("name: list", "name: other")
                        .replace("/v1/list", "/v1/other");

        DryRunReport report = bench.tryOut(two, 5, Map.of(), Duration.ofSeconds(40));

        assertThat(report.feeds().get(0).fault()).satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("DEADLINE");
            assertThat(fault.detail()).contains("the dry run's time").doesNotContain("raise it");
        });
        assertThat(report.feeds().get(1).records()).hasSize(1);
        assertThat(report.feeds().get(1).fault()).isNull();
    }

    @Test
    void endsAnEndlessFeedOfPagesWithinItsOwnLimit() {
        for (int page = 1; page < 40; page++) {
            agency.replyJson("/v1/list?page=" + page, items("{\"id\": \"other-%d\", \"kind\": \"x\"}".formatted(page)));
        }
        String paged = TestAgency.spec("limits: {requestsPerSecond: 200}", "{type: page, parameter: page}")
                .replace("id: /id}", "id: /id, where: {/kind: wanted}}");

        FeedTrial feed = bench.tryOut(paged, 5, Map.of(), Duration.ofSeconds(120))
                .feeds()
                .get(0);

        assertThat(feed.whole()).isFalse();
        assertThat(feed.incomplete()).singleElement().asString().contains("20 pages");
        assertThat(agency.server().getAllServeEvents()).hasSize(20);
    }

    @Test
    void keepsToTheHostsOfTheDescriptorAndTheNetworksOfTheOperator() {
        agency.reply("/v1/list", aResponse().withStatus(302).withHeader("Location", "https://127.0.0.1/v1/list"));
        Fault redirect = bench.tryOut(SPEC, 5).feeds().get(0).fault();
        assertThat(redirect).extracting(Fault::code).isEqualTo("REDIRECT");
        String local = SPEC.replace("[api.agency.example]", "[localhost]");
        assertThat(bench.tryOut(local.replace("localhost", "metadata.internal"), 5)
                        .feeds()
                        .get(0)
                        .fault())
                .isNotNull();
        assertThat(agency.server().getAllServeEvents()).hasSize(1);
    }

    @Test
    void letsNoAgencySteerTheTerminal() {
        agency.replyJson("/v1/list", items(item("\\u001b[2Ja\\u202e", "\\u001b]0;title\\u0007")));
        String spec = SPEC.replace("{'code': id}", "{'code': 'a', 'description': {'name': {'sv': name}}}");
        String text = DryRunText.write(bench.tryOut(spec, 5), "x.yaml", false);
        assertThat(text).doesNotContain("\u001b", "\u0007", "\u202e").contains("title");
    }
}
