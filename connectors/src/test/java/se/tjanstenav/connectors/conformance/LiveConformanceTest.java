package se.tjanstenav.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.StubAgencies;

/** Live feeds are examined as harvested ones are, asked as a citizen makes the hub ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveConformanceTest {

    private static final String ALL = "request: {method: GET, path: /ko/v1/kontor}";
    private static final String ONE = "request: {method: GET, path: \"/ko/v1/kontor/{serviceKey}\"}";

    private StubAgencies stubs;

    @BeforeAll
    void launch() {
        stubs = StubAgencies.launch("polismyndigheten");
    }

    @AfterAll
    void stop() {
        stubs.close();
    }

    private Bench bench(Path folder) {
        return Bench.of("polismyndigheten", folder)
                .secrets(stubs.secrets())
                .connect(stubs.addresses())
                .trust(stubs.certificateAuthority());
    }

    private static FeedReport queue(Report report) {
        return report.feeds().stream()
                .filter(feed -> feed.feed().equals("queue"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksForTheWholeList(@TempDir Path folder) {
        Report report = bench(folder).examine();
        assertThat(report.result()).as(TextReport.write(report, false)).isEqualTo(Report.Result.HOLDS);
        assertThat(queue(report).records()).isEqualTo(14);
    }

    @Test
    void asksForAServiceThatTheDescriptorNames(@TempDir Path folder) {
        Report report = bench(folder)
                .edit(ALL, ONE)
                .edit("services: [POL-001]", "services: [solna]")
                .examine();
        assertThat(report.result()).as(TextReport.write(report, false)).isEqualTo(Report.Result.HOLDS);
        assertThat(queue(report).records()).isEqualTo(1);
    }

    /** The stub knows offices by name and not services by code, so it is enough that it tells which it was asked for. */
    @Test
    void asksForAServiceThatWasDescribedBeforeWhereTheDescriptorNamesNone(@TempDir Path folder) {
        Report report =
                bench(folder).edit(ALL, ONE).edit(", services: [POL-001]", "").examine();
        assertThat(TextReport.write(report, true)).contains("/ko/v1/kontor/POL-0");
    }
}
