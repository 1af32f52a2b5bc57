package se.tjanstenav.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.connectors.conformance.Bench.finding;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.StubAgencies;

/** An agency that can tell what has changed, and descriptors that only say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangesTest {

    private static final String AGENCY = "pensionsmyndigheten";
    private static final String FULL = "incremental: {parameter: andradSedan, field: /andrad, fullEvery: 7d}";

    private StubAgencies stubs;

    @BeforeAll
    void launch() {
        stubs = StubAgencies.launch(AGENCY, "skelleftea");
    }

    @AfterAll
    void stop() {
        stubs.close();
    }

    private Bench bench(String agency, Path folder) {
        return Bench.of(agency, folder).connect(stubs.addresses()).trust(stubs.certificateAuthority());
    }

    @Test
    void asksOnceMoreForWhatIsNewAndFindsThatItHolds(@TempDir Path folder) {
        Report report = bench(AGENCY, folder).examine();
        assertThat(report.result()).as(TextReport.write(report, false)).isEqualTo(Report.Result.HOLDS);

        Finding incremental = finding(report, "services", Expectation.INCREMENTAL);
        assertThat(incremental.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(incremental.evidence()).matches("asked from 20.*, [1-3] of 14 records came");
        assertThat(finding(report, "services", Expectation.CONDITIONAL).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);

        Finding conditional = finding(report, "processingTimes", Expectation.CONDITIONAL);
        assertThat(conditional.outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(conditional.evidence()).endsWith("304");
    }

    @Test
    void listsTheOlderRecordsThatComeWhereThePositionIsIgnored(@TempDir Path folder) {
        Report report = bench(AGENCY, folder)
                .edit(FULL, FULL.replace("andradSedan", "since"))
                .examine();
        Finding incremental = finding(report, "services", Expectation.INCREMENTAL);
        assertThat(incremental.outcome()).isEqualTo(Outcome.FAILS);
        assertThat(incremental.evidence()).contains("14 of 14 records", "older ones too");
        assertThat(incremental.details()).isNotEmpty();
    }

    @Test
    void failsWhereNoRecordHasTheField(@TempDir Path folder) {
        Report report = bench(AGENCY, folder)
                .edit(FULL, FULL.replace("/andrad,", "/changed,"))
                .examine();
        assertThat(finding(report, "services", Expectation.INCREMENTAL).evidence())
                .contains("/changed");
        assertThat(finding(report, "services", Expectation.INCREMENTAL).outcome())
                .isEqualTo(Outcome.FAILS);
    }

    @Test
    void advisesAgainstAConditionThatTheAgencyDoesNotKnow(@TempDir Path folder) {
        Report report = bench("skelleftea", folder)
                .edit(
                        "pagination: {type: offset, parameter: offset, sizeParameter: limit, size: 5, total: /meta/total}",
                        "conditional: true")
                .examine();
        assertThat(finding(report, "services", Expectation.CONDITIONAL).outcome())
                .isEqualTo(Outcome.ADVICE);
    }

    @Test
    void asksForNothingNewWhereOnlyAPartWasRead(@TempDir Path folder) {
        Report report = bench(AGENCY, folder).examine(3);
        assertThat(finding(report, "services", Expectation.INCREMENTAL).outcome())
                .isEqualTo(Outcome.NOT_APPLICABLE);
    }
}
