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
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.mapping.Warning;
import se.tjanstenav.mocks.StubAgencies;

/** The agencies' own descriptors against the stub agencies, over HTTPS, OAuth 2, mutual TLS and WS-Security. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgenciesTest {

    private StubAgencies stubs;
    private TestHub hub;

    @BeforeAll
    void launch(@TempDir Path directory) {
        stubs = StubAgencies.launch();
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
        assertThat(hub.connectors().feeds()).hasSize(61).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @ParameterizedTest
    @CsvSource({
        "skatteverket/services, 10, COMPLETE",
        "skatteverket/processingTimes, 13, COMPLETE",
        "skatteverket/commitments, 7, COMPLETE",
        "skatteverket/lifeEvents, 7, COMPLETE",
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
        "tillvaxtverket/commitments, 6, COMPLETE",
        "tillvaxtverket/businessEvents, 8, COMPLETE",
        "boverket/services, 16, COMPLETE",
        "boverket/processingTimes, 18, COMPLETE",
        "boverket/commitments, 10, COMPLETE",
        "arbetsformedlingen/services, 18, COMPLETE",
        "arbetsformedlingen/processingTimes, 19, COMPLETE",
        "arbetsformedlingen/commitments, 9, COMPLETE",
        "migrationsverket/services, 16, COMPLETE",
        "migrationsverket/processingTimes, 25, COMPLETE",
        "migrationsverket/commitments, 9, COMPLETE",
        "jordbruksverket/services, 16, COMPLETE",
        "jordbruksverket/processingTimes, 20, COMPLETE",
        "jordbruksverket/commitments, 10, COMPLETE",
        "prv/services, 14, COMPLETE",
        "prv/processingTimes, 17, COMPLETE",
        "prv/commitments, 8, COMPLETE",
        "pensionsmyndigheten/services, 14, COMPLETE",
        "pensionsmyndigheten/processingTimes, 17, COMPLETE",
        "pensionsmyndigheten/commitments, 9, COMPLETE",
        "polismyndigheten/services, 16, COMPLETE",
        "polismyndigheten/processingTimes, 20, COMPLETE",
        "polismyndigheten/commitments, 9, COMPLETE",
        "tullverket/services, 14, COMPLETE",
        "tullverket/processingTimes, 20, COMPLETE",
        "tullverket/commitments, 8, COMPLETE",
        "uhr/services, 14, COMPLETE",
        "uhr/processingTimes, 17, COMPLETE",
        "uhr/commitments, 8, COMPLETE",
        "lansstyrelsen-stockholm/services, 13, COMPLETE",
        "lansstyrelsen-stockholm/processingTimes, 16, COMPLETE",
        "lansstyrelsen-stockholm/commitments, 7, COMPLETE",
        "lansstyrelsen-skane/services, 13, COMPLETE",
        "lansstyrelsen-skane/processingTimes, 15, COMPLETE",
        "lansstyrelsen-skane/commitments, 9, COMPLETE",
        "lansstyrelsen-vastra-gotaland/services, 13, COMPLETE",
        "lansstyrelsen-vastra-gotaland/processingTimes, 17, COMPLETE",
        "lansstyrelsen-vastra-gotaland/commitments, 10, COMPLETE",
        "jarfalla/services, 14, COMPLETE",
        "jarfalla/processingTimes, 21, COMPLETE",
        "jarfalla/commitments, 12, COMPLETE",
        "helsingborg/services, 8, COMPLETE",
        "helsingborg/processingTimes, 16, COMPLETE",
        "helsingborg/commitments, 12, COMPLETE",
        "helsingborg/dialogues, 8, COMPLETE"
    })
    void mapsEveryRecordAndRejectsNone(String path, int records, Completeness completeness) {
        Feed feed = hub.feed(path);
        try (RecordStream stream = feed.open()) {
            List<Contribution> contributions = new ArrayList<>();
            stream.forEachRemaining(record -> contributions.add(feed.map(record).contribution()));
            assertThat(contributions).hasSize(records);
            assertThat(contributions).extracting(Contribution::externalId).doesNotHaveDuplicates();
            assertThat(stream.completeness()).isEqualTo(completeness);
        }
    }

    @Test
    void tellsHowLongEveryQueueIsWhenAsked() {
        LiveFeed queue = hub.liveFeed("polismyndigheten/queue");
        ServiceKey passport = new ServiceKey(new AgencyId("polismyndigheten"), "POL-001");

        assertThat(queue.answersFor(passport)).isTrue();
        assertThat(queue.answersFor(new ServiceKey(passport.authority(), "POL-002")))
                .isFalse();
        assertThat(queue.ask(passport).of(passport).processingTimes())
                .hasSize(14)
                .allSatisfy(time -> assertThat(time.kind()).isEqualTo(ProcessingTime.Kind.QUEUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"skatteverket", "bolagsverket", "boverket", "pensionsmyndigheten"})
    void knowsEveryCodeOfTheAgency(String agency) {
        for (String name : List.of("services", "processingTimes", "commitments")) {
            Feed feed = hub.feed(agency + "/" + name);
            assertThat(TestHub.readAll(feed).stream().flatMap(record -> feed.map(record).warnings().stream()))
                    .filteredOn(warning -> warning.code() == Warning.Code.UNKNOWN_CODE)
                    .isEmpty();
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
            boverket/services             | concept=nb-anmalan
            jarfalla/services             | concept=nb-anmalan
            lansstyrelsen-skane/services  | concept=nb-strandskyddsdispens
            """)
    void losesNoFact(String path, String fact) {
        Feed feed = hub.feed(path);
        assertThat(TestHub.readAll(feed).stream().map(record -> feed.map(record).toString()))
                .anySatisfy(contribution -> assertThat(contribution).contains(fact));
    }
}
