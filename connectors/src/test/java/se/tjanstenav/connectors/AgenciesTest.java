package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.mocks.StubAgencies;

/** The agencies' own descriptors against the stub agencies, over HTTPS, OAuth 2, mutual TLS and WS-Security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgenciesTest {

    private StubAgencies stubs;
    private TestHub hub;

    @BeforeAll
    void launch(@TempDir Path directory) {
        stubs = StubAgencies.launch(
                "skatteverket", "bolagsverket", "forsakringskassan", "skelleftea", "tillvaxtverket");
        hub = TestHub.in(directory)
                .descriptors("classpath*:se/tjanstenav/connectors/agencies/*/connector.yaml")
                .secrets(stubs.secrets())
                .connect(stubs.addresses())
                .allowLoopback()
                .trust(stubs.certificateAuthority())
                .start();
    }

    @AfterAll
    void stop() {
        hub.close();
        stubs.close();
    }

    @Test
    void acceptsEveryDescriptorWithItsMappingTests() {
        assertThat(hub.connectors().faults()).isEmpty();
        assertThat(hub.connectors().feeds()).hasSize(16).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "skatteverket/services, 10, COMPLETE",
        "skatteverket/processingTimes, 13, COMPLETE",
        "skatteverket/commitments, 7, COMPLETE",
        "bolagsverket/services, 9, COMPLETE",
        "bolagsverket/processingTimes, 12, PARTIAL",
        "bolagsverket/commitments, 8, COMPLETE",
        "forsakringskassan/services, 9, COMPLETE",
        "forsakringskassan/processingTimes, 11, COMPLETE",
        "forsakringskassan/commitments, 8, COMPLETE",
        "skelleftea/services, 10, COMPLETE",
        "skelleftea/processingTimes, 13, COMPLETE",
        "skelleftea/commitments, 9, COMPLETE",
        "tillvaxtverket/services, 12, COMPLETE",
        "tillvaxtverket/processingTimes, 7, COMPLETE",
        "tillvaxtverket/commitments, 6, COMPLETE"
    })
    void mapsEveryRecordAndRejectsNone(String path, int records, Completeness completeness) {
        Feed feed = hub.feed(path);
        try (RecordStream stream = feed.open()) {
            List<Contribution> contributions = new ArrayList<>();
            stream.forEachRemaining(record -> contributions.add(feed.map(record)));
            assertThat(contributions).hasSize(records);
            assertThat(contributions).extracting(Contribution::externalId).doesNotHaveDuplicates();
            assertThat(stream.completeness()).isEqualTo(completeness);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            skatteverket/commitments      | Jul och nyår räknas inte.
            bolagsverket/commitments      | Under sommaren gäller 15 arbetsdagar
            bolagsverket/commitments      | https://www.bolagsverket.example/klagomal
            forsakringskassan/commitments | I början av året är det fler ansökningar.
            forsakringskassan/commitments | https://www.forsakringskassan.example/synpunkter
            skelleftea/commitments        | Gäller inte under jul och nyår.
            tillvaxtverket/commitments    | --07-01
            tillvaxtverket/commitments    | completeApplicationReceived
            """)
    void losesNoFactOfAPromise(String path, String fact) {
        Feed feed = hub.feed(path);
        assertThat(TestHub.readAll(feed).stream().map(record -> feed.map(record).toString()))
                .anySatisfy(contribution -> assertThat(contribution).contains(fact));
    }
}
