package se.tjanstenav.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.connectors.conformance.Bench.failing;
import static se.tjanstenav.connectors.conformance.Bench.finding;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.connectors.trial.JsonReport;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;

/** An agency examines itself: stubs stand in for the agencies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {

    private static final String[] AGENCIES = {"skelleftea", "skatteverket", "bolagsverket", "forsakringskassan"};

    private StubAgencies stubs;

    @BeforeAll
    void launch() {
        stubs = StubAgencies.launch(AGENCIES);
    }

    @AfterEach
    void mend() {
        for (String agency : AGENCIES) {
            stubs.fault(agency, Fault.NONE);
        }
    }

    @AfterAll
    void stop() {
        stubs.close();
    }

    private Bench bench(String agency, Path folder) {
        return Bench.of(agency, folder)
                .secrets(stubs.secrets())
                .connect(stubs.addresses())
                .trust(stubs.certificateAuthority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"skelleftea", "skatteverket", "bolagsverket", "forsakringskassan"})
    void findsThatAllHoldsForAGoodAgency(String agency, @TempDir Path folder) {
        Report report = bench(agency, folder).examine();
        assertThat(report.result()).as(TextReport.write(report, false)).isEqualTo(Report.Result.HOLDS);
        assertThat(report.feeds()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(feed -> {
            assertThat(feed.records()).isPositive();
            assertThat(feed.findings()).extracting(Finding::expectation).containsExactly(Expectation.values());
            assertThat(feed.findings()).noneMatch(finding -> finding.evidence().startsWith("not examined"));
        });
        assertThat(stubs.unmatched()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "skatteverket, HOLDS, HOLDS",
        "bolagsverket, HOLDS, NOT_APPLICABLE",
        "forsakringskassan, HOLDS, HOLDS",
        "skelleftea, NOT_APPLICABLE, NOT_APPLICABLE"
    })
    void triesWithoutAndWithWrongCredentials(String agency, Outcome without, Outcome wrong, @TempDir Path folder) {
        Report report = bench(agency, folder).examine();
        assertThat(finding(report, "services", Expectation.REFUSED_WITHOUT_CREDENTIALS)
                        .outcome())
                .isEqualTo(without);
        assertThat(finding(report, "services", Expectation.REFUSED_WITH_WRONG_CREDENTIALS)
                        .outcome())
                .isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "skelleftea, TRUNCATED, WHOLE_ANSWERS",
        "skelleftea, MALFORMED, WHOLE_ANSWERS",
        "skelleftea, NO_BODY, WHOLE_ANSWERS",
        "skelleftea, HTML_PAGE, CONTENT_TYPE",
        "skelleftea, EMPTY, HAS_RECORDS",
        "skelleftea, SERVER_ERROR, SUCCESS",
        "bolagsverket, MALFORMED, WHOLE_ANSWERS",
        "bolagsverket, HTML_PAGE, CONTENT_TYPE",
        "bolagsverket, EMPTY, HAS_RECORDS"
    })
    void namesTheExpectationThatAFaultDisappoints(
            String agency, Fault fault, Expectation expectation, @TempDir Path folder) {
        stubs.fault(agency, fault);
        Report report = bench(agency, folder).examine();
        assertThat(report.result()).isEqualTo(Report.Result.FAILS);
        assertThat(failing(report, "services"))
                .as(TextReport.write(report, false))
                .containsExactly(expectation);
        assertThat(finding(report, "services", expectation).remedy()).isNotBlank();
    }

    @Test
    void tellsThatNobodyAnswers(@TempDir Path folder) {
        stubs.stop("skelleftea");
        try {
            Report report = bench("skelleftea", folder).examine();
            assertThat(failing(report, "services")).containsExactly(Expectation.REACHABLE);
        } finally {
            stubs.start("skelleftea");
        }
    }

    @Test
    void tellsThatTheCertificateIsNotTrusted(@TempDir Path folder) {
        try (StubAgencies others = StubAgencies.launch("skelleftea")) {
            Report report = bench("skelleftea", folder)
                    .trust(others.certificateAuthority())
                    .examine();
            assertThat(failing(report, "services")).containsExactly(Expectation.TLS_VERIFIED);
        }
    }

    @ParameterizedTest
    @CsvSource({"skatteverket, skatteverket-oauth", "forsakringskassan, forsakringskassan-password"})
    void tellsThatASecretIsWrongWithoutShowingIt(String agency, String secret, @TempDir Path folder) {
        Map<String, String> secrets = new HashMap<>(stubs.secrets());
        secrets.put(secret, "not-the-secret-of-" + agency);
        Report report = bench(agency, folder).secrets(secrets).examine();
        assertThat(failing(report, "services")).containsExactly(Expectation.CREDENTIALS_ACCEPTED);
        assertThat(TextReport.write(report, true) + JsonReport.write(report)).doesNotContain("not-the-secret");
    }

    @Test
    void showsNoSecretInAnyForm(@TempDir Path folder) {
        for (String agency : AGENCIES) {
            Report report = bench(agency, folder.resolve(agency)).examine();
            String everything = TextReport.write(report, true) + JsonReport.write(report);
            stubs.secrets().values().forEach(secret -> assertThat(everything).doesNotContain(secret));
        }
    }

    @Test
    void listsTheRecordsThatWouldBeRejectedAndWhy(@TempDir Path folder) {
        Report report = bench("skelleftea", folder)
                .edit("\"intervall\": \"interval\", \"max\": \"max\"", "\"max\": \"max\"")
                .examine();
        Finding mapped = finding(report, "processingTimes", Expectation.MAPPED);
        assertThat(mapped.outcome()).isEqualTo(Outcome.FAILS);
        FeedReport feed = report.feeds().get(1);
        assertThat(feed.rejects()).isNotEmpty().hasSameSizeAs(mapped.details());
        Reject reject = feed.rejects().get(0);
        assertThat(reject.code()).isEqualTo("INVALID_CONTRIBUTION");
        assertThat(reject.pointer()).isEqualTo("/processingTimes/0/statistic");
        assertThat(mapped.details().get(0))
                .contains(String.valueOf(reject.externalId()), "INVALID_CONTRIBUTION", "statistic");
        assertThat(failing(report, "services")).isEmpty();
    }

    @Test
    void namesFieldsThatTheMappingNeverReadsAndWhatReadersMiss(@TempDir Path folder) {
        Report report = bench("skelleftea", folder)
                .edit("\"summary\": ingress,", "")
                .edit("      tests: [{input: samples/service.json, expect: samples/service.expected.json}]", "")
                .examine();
        assertThat(report.result()).isEqualTo(Report.Result.HOLDS);
        assertThat(finding(report, "services", Expectation.SOURCE_FIELDS_READ).details())
                .contains("/ingress/sv, in 10 records", "/ingress/en, in 10 records")
                .noneMatch(detail -> detail.startsWith("/titel") || detail.startsWith("/kanaler/namn"));
        assertThat(finding(report, "services", Expectation.MODEL_FIELDS_FILLED).details())
                .anyMatch(detail -> detail.startsWith("summary: missing in 10 records"));
    }

    @Test
    void tellsWhichServicesAreUnknown(@TempDir Path folder) {
        Report report = bench("skelleftea", folder)
                .edit(
                        "\"code\": artikel_id,\n              \"commitments\"",
                        "\"code\": \"X-\" & artikel_id,\n              \"commitments\"")
                .edit("      tests: [{input: samples/commitment.json, expect: samples/commitment.expected.json}]", "")
                .examine();
        Finding unknown = finding(report, "commitments", Expectation.KNOWN_SERVICES);
        assertThat(unknown.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(unknown.details()).allMatch(detail -> detail.contains("skelleftea/X-"));
    }

    @Test
    void tellsDatesThatAreStillToCome(@TempDir Path folder) {
        Clock longAgo = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
        Report report = bench("skelleftea", folder).examine(200, longAgo);
        assertThat(failing(report, "processingTimes")).containsExactly(Expectation.DATES_PLAUSIBLE);
        assertThat(finding(report, "processingTimes", Expectation.DATES_PLAUSIBLE)
                        .details())
                .anyMatch(detail -> detail.contains("asOf 20"));
    }

    @Test
    void readsNoMoreRecordsThanItMay(@TempDir Path folder) {
        int before = stubs.requests("skelleftea");
        Report report = bench("skelleftea", folder).examine(3);
        assertThat(report.feeds()).allSatisfy(feed -> {
            assertThat(feed.records()).isEqualTo(3);
            assertThat(feed.more()).isTrue();
        });
        assertThat(stubs.requests("skelleftea") - before).isEqualTo(6);
        assertThat(finding(report, "services", Expectation.PAGES_END).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(finding(report, "commitments", Expectation.KNOWN_SERVICES).outcome())
                .isNotEqualTo(Outcome.FAILS);
    }

    @Test
    void asksNobodyWhereTheDescriptorIsWrong(@TempDir Path folder) {
        int before = stubs.requests("skelleftea");
        Report report = bench("skelleftea", folder)
                .edit("kind: processingTimes", "kind: processingTimez")
                .edit("id: /garanti_id", "idd: /garanti_id")
                .examine();
        assertThat(report.result()).isEqualTo(Report.Result.INVALID_DESCRIPTOR);
        assertThat(report.descriptorFaults())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(fault -> fault.line() > 0 && !fault.remedy().isBlank());
        assertThat(report.feeds()).isEqualTo(List.of());
        assertThat(stubs.requests("skelleftea")).isEqualTo(before);
    }
}
