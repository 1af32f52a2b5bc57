package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/**
 * What every kind of source does, whatever it speaks. A kind supplies a descriptor for {@link #HOST} with the feed
 * {@code contract/services} (limits: response 1.5 s, which a busy machine keeps too, run 8 s, 64 KiB), and answers in its own format.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConnectorContract {

    protected static final String HOST = "api.agency.example";
    private static final int LONGER_THAN_RESPONSE_LIMIT = 5_000;

    private TestCertificate certificate;
    private TestCertificate otherCertificate;
    private WireMockServer agency;
    private TestHub hub;
    private Path directory;

    /** The descriptor in YAML. */
    protected abstract String descriptor();

    /** An answer with these records, each with an id. */
    protected abstract String answer(List<String> ids);

    protected abstract String contentType();

    /** An answer that looks right and breaks in the middle. */
    protected abstract String malformed();

    @BeforeAll
    void makeCertificates(@TempDir Path certificates) {
        certificate = TestCertificate.of(HOST, certificates);
        otherCertificate = TestCertificate.of("api.other.example", certificates);
    }

    @BeforeEach
    void start(@TempDir Path temporary) {
        directory = temporary;
        agency = agency(certificate);
        hub = hub(directory, agency, certificate.pem()).allowLoopback().start();
    }

    @AfterEach
    void stop() {
        hub.close();
        agency.stop();
    }

    @Test
    void readsEveryRecordInOrder() {
        replyWith(ok(answer(List.of("a", "b", "c"))));
        try (RecordStream records = feed().open()) {
            assertThat(records)
                    .toIterable()
                    .extracting(SourceRecord::externalId)
                    .containsExactly("a", "b", "c");
            assertThat(records.completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void countsRecordsFromOne() {
        replyWith(ok(answer(List.of("a", "b"))));
        assertThat(TestHub.readAll(feed())).extracting(SourceRecord::ordinal).containsExactly(1L, 2L);
    }

    @Test
    void takesAnEmptyListForACompleteRunWithoutRecords() {
        replyWith(ok(answer(List.of())));
        try (RecordStream records = feed().open()) {
            assertThat(records.hasNext()).isFalse();
            assertThat(records.completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void asksNothingBeforeTheStreamIsRead() {
        feed().open().close();
        agency.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusesMalformedContentWithoutAskingAgain() {
        replyWith(ok(malformed()));
        assertFault("MALFORMED_RESPONSE");
        agency.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusesTruncatedContent() {
        String whole = answer(List.of("a", "b", "c"));
        replyWith(ok(whole.substring(0, whole.length() * 2 / 3)));
        assertFault("TRUNCATED");
    }

    @Test
    void refusesAnEmptyBody() {
        replyWith(ok(""));
        assertFault("TRUNCATED");
    }

    @Test
    void refusesInvalidUtf8() {
        String answer = answer(List.of("a")).replace("\"a\"", "\"?\"");
        byte[] broken = answer.getBytes(StandardCharsets.US_ASCII);
        broken[answer.lastIndexOf("\"?\"") + 1] = (byte) 0xC3;
        replyWith(ok("").withBody(broken));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void givesUpOnAnAgencyThatDoesNotAnswerInTime() {
        replyWith(ok(answer(List.of("a"))).withFixedDelay(LONGER_THAN_RESPONSE_LIMIT));
        assertFault("TIMEOUT");
    }

    @Test
    void givesUpWhatItWaitsForWhenAskedByAnotherThread() {
        replyWith(ok(answer(List.of("a"))).withFixedDelay(LONGER_THAN_RESPONSE_LIMIT));
        try (RecordStream stream = feed().open()) {
            CompletableFuture<Boolean> read = CompletableFuture.supplyAsync(stream::hasNext);
            await().until(() -> !agency.findAll(anyRequestedFor(anyUrl())).isEmpty());

            stream.giveUp();

            assertThat(read)
                    .failsWithin(Duration.ofMinutes(1))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("DEADLINE"));
        }
    }

    @Test
    void endsASlowDripByTheDeadlineOfTheRun() {
        replyWith(ok(answer(List.of("a", "b", "c"))).withChunkedDribbleDelay(100, 30_000));
        assertThatThrownBy(() -> TestHub.readAll(feed()))
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.fault().code()).isEqualTo("DEADLINE"));
    }

    @Test
    void tellsRefusedAccess() {
        replyWith(aResponse().withStatus(401));
        assertFault("AUTH");
        agency.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void tellsAMissingAddressWithoutAskingAgain() {
        replyWith(aResponse().withStatus(404).withBody("nothing here"));
        assertFault("HTTP_STATUS");
        agency.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void asksAgainAfterAFailureOfTheAgency() {
        agency.stubFor(any(anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(500).withBody("down"))
                .willSetStateTo("up"));
        agency.stubFor(
                any(anyUrl()).inScenario("recovery").whenScenarioStateIs("up").willReturn(ok(answer(List.of("a")))));
        assertThat(TestHub.readAll(feed())).hasSize(1);
        agency.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void givesUpAfterThreeAttempts() {
        replyWith(aResponse().withStatus(503));
        assertFault("HTTP_STATUS");
        agency.verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void honoursRetryAfter() {
        agency.stubFor(any(anyUrl())
                .inScenario("limit")
                .whenScenarioStateIs(STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1"))
                .willSetStateTo("free"));
        agency.stubFor(
                any(anyUrl()).inScenario("limit").whenScenarioStateIs("free").willReturn(ok(answer(List.of("a")))));
        long started = System.nanoTime();
        assertThat(TestHub.readAll(feed())).hasSize(1);
        assertThat(System.nanoTime() - started).isGreaterThan(1_000_000_000L);
    }

    @Test
    void doesNotWaitLongerThanTheRunMayTake() {
        replyWith(aResponse().withStatus(429).withHeader("Retry-After", "600"));
        assertFault("RATE_LIMITED");
        agency.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void asksAgainWhenTheConnectionIsReset() {
        replyWith(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertFault("CONNECTION_LOST");
        agency.verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void leavesAnAgencyAloneThatFailedRepeatedly() {
        replyWith(aResponse().withStatus(503));
        assertFault("HTTP_STATUS");
        assertFault("HTTP_STATUS");
        assertFault("CIRCUIT_OPEN");
        agency.verify(6, anyRequestedFor(anyUrl()));
    }

    @Test
    void cutsAnOversizedBody() {
        replyWith(ok(answer(List.of("a")) + " ".repeat(200_000)));
        assertFault("TOO_LARGE");
    }

    @Test
    void cutsAnAnswerThatGrowsWhenItIsUnpacked() {
        String bomb = " ".repeat(5_000_000) + answer(List.of("a"));
        replyWith(ok("").withBody(gzip(bomb)).withHeader("Content-Encoding", "gzip"));
        assertFault("TOO_LARGE");
    }

    @Test
    void unpacksCompressedAnswers() {
        replyWith(ok("").withBody(gzip(answer(List.of("a")))).withHeader("Content-Encoding", "gzip"));
        assertThat(TestHub.readAll(feed())).hasSize(1);
    }

    @Test
    void refusesAnHtmlPageInsteadOfDataAndEscapesItsExcerpt() {
        replyWith(
                aResponse().withHeader("Content-Type", "text/html").withBody("<html>\r\nSign in 19121212-1212</html>"));
        assertThatThrownBy(() -> TestHub.readAll(feed())).isInstanceOfSatisfying(FetchException.class, e -> {
            assertThat(e.fault().code()).isEqualTo("WRONG_CONTENT_TYPE");
            assertThat(e.fault().detail()).contains("text/html").doesNotContain("\n", "19121212");
        });
    }

    @Test
    void doesNotFollowRedirects() {
        replyWith(aResponse().withStatus(302).withHeader("Location", "https://" + HOST + "/elsewhere"));
        assertFault("REDIRECT");
        agency.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void sendsNothingToAPrivateAddress(@TempDir Path directory) {
        try (TestHub strict = hub(directory, agency, certificate.pem()).start()) {
            assertThatThrownBy(() -> TestHub.readAll(strict.feed("contract/services")))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("BLOCKED_ADDRESS"));
            agency.verify(0, anyRequestedFor(anyUrl()));
        }
    }

    @Test
    void refusesACertificateOfAnotherHost(@TempDir Path directory) {
        WireMockServer impostor = agency(otherCertificate);
        try (TestHub trusting =
                hub(directory, impostor, otherCertificate.pem()).allowLoopback().start()) {
            assertThatThrownBy(() -> TestHub.readAll(trusting.feed("contract/services")))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("TLS"));
            impostor.verify(0, anyRequestedFor(anyUrl()));
        } finally {
            impostor.stop();
        }
    }

    @Test
    void refusesACertificateNobodyVouchesFor(@TempDir Path directory) {
        try (TestHub wary =
                hub(directory, agency, otherCertificate.pem()).allowLoopback().start()) {
            assertThatThrownBy(() -> TestHub.readAll(wary.feed("contract/services")))
                    .isInstanceOfSatisfying(
                            FetchException.class,
                            e -> assertThat(e.fault().code()).isEqualTo("TLS"));
        }
    }

    @Test
    void tellsWhenNobodyListens() {
        agency.stop();
        assertFault("CONNECTION_REFUSED");
    }

    @Test
    void canBeClosedInTheMiddle() {
        replyWith(ok(answer(List.of("a", "b", "c"))));
        try (RecordStream records = feed().open()) {
            assertThat(records.next().externalId()).isEqualTo("a");
        }
        assertThat(TestHub.readAll(feed())).hasSize(3);
    }

    protected final Feed feed() {
        return hub.feed("contract/services");
    }

    /** The feed of a hub that has read another descriptor instead. */
    protected final Feed restart(String descriptor) {
        hub.close();
        hub = hub(directory, agency, certificate.pem(), descriptor)
                .allowLoopback()
                .start();
        return feed();
    }

    protected final WireMockServer agency() {
        return agency;
    }

    protected final void replyWith(ResponseDefinitionBuilder response) {
        agency.stubFor(any(anyUrl()).willReturn(response));
    }

    protected final ResponseDefinitionBuilder ok(String body) {
        return aResponse().withHeader("Content-Type", contentType()).withBody(body);
    }

    protected final void assertFault(String code) {
        assertThatThrownBy(() -> TestHub.readAll(feed())).isInstanceOfSatisfying(FetchException.class, e -> {
            assertThat(e.fault().code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.fault().detail()).endsWith(".");
        });
    }

    private static WireMockServer agency(TestCertificate certificate) {
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .gzipDisabled(true)
                .keystorePath(certificate.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
        server.start();
        return server;
    }

    private TestHub.Builder hub(Path directory, WireMockServer server, String trusted) {
        return hub(directory, server, trusted, descriptor());
    }

    private static TestHub.Builder hub(Path directory, WireMockServer server, String trusted, String yaml) {
        Path descriptor = directory.resolve("contract.yaml");
        try {
            Files.writeString(descriptor, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestHub.in(directory)
                .descriptors("file:" + descriptor)
                .connect(Map.of(HOST, new InetSocketAddress("127.0.0.1", server.httpsPort())))
                .trust(trusted);
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
