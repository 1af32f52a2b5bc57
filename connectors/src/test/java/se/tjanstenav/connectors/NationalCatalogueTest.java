package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.mocks.StubAgencies;

/** The descriptor {@code dvv} against the real file of Finland's national service catalogue. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NationalCatalogueTest {

    private static final Path FILE = Path.of("../../shared/data/ptv/gd.json");

    private StubAgencies stubs;
    private TestHub hub;
    private List<Contribution> contributions;

    @BeforeAll
    void harvest(@TempDir Path directory) {
        assumeTrue(Files.isReadable(FILE), "skipped: ../shared/data/ptv/gd.json is absent beside the repository");
        stubs = StubAgencies.builder().agencies("dvv").nationalCatalogue(FILE).start();
        hub = TestHub.in(directory)
                .descriptors("classpath*:se/tjanstenav/connectors/agencies/dvv/connector.yaml")
                .connect(stubs.addresses())
                .allowLoopback()
                .trust(stubs.certificateAuthority())
                .start();
        Feed feed = hub.feed("dvv/services");
        contributions = TestHub.readAll(feed).stream()
                .map(record -> feed.map(record).contribution())
                .toList();
    }

    @AfterAll
    void stop() {
        if (hub != null) {
            hub.close();
            stubs.close();
        }
    }

    @Test
    void mapsAllRecordsOfWhichThreeHundredThirtySevenHaveSwedishNames() {
        assertThat(contributions).hasSize(458);
        assertThat(contributions)
                .filteredOn(each -> description(each).name().in("sv").isPresent())
                .hasSize(337);
        assertThat(contributions)
                .filteredOn(each -> description(each).name().in("en").isPresent())
                .hasSize(334);
    }

    @Test
    void leavesNoDraftDocumentInAnyText() {
        assertThat(contributions.stream().flatMap(NationalCatalogueTest::texts))
                .isNotEmpty()
                .noneMatch(text -> text.contains("\"blocks\"") || text.contains("entityMap") || text.startsWith("{"));
    }

    @Test
    void separatesParagraphsByOneBlankLine() {
        assertThat(contributions.stream()
                        .map(each -> description(each).description())
                        .filter(Objects::nonNull)
                        .flatMap(text -> text.byLanguage().values().stream()))
                .hasSizeGreaterThan(1000)
                .noneMatch(text -> text.contains("\n\n\n") || text.endsWith("\n"))
                .anyMatch(text -> text.contains("\n\n"));
    }

    @Test
    void keepsWhatIsSaidOfDeadlinesValidityAndProcessingTime() {
        assertThat(contributions.stream().flatMap(NationalCatalogueTest::texts).toList())
                .anyMatch(text -> text.contains("Anmälan om ny verksamhet ska göras i god tid"))
                .anyMatch(text -> text.contains("Anmälan gäller tills vidare."))
                .anyMatch(text -> text.contains("Kommunens tillsynsmyndighet ger ett intyg på mottagande"))
                .anyMatch(text -> text.contains("Tillsammans kartlägger vi ditt företag"));
    }

    private static ServiceDescription description(Contribution contribution) {
        return Objects.requireNonNull(contribution.description());
    }

    private static Stream<String> texts(Contribution contribution) {
        ServiceDescription description = description(contribution);
        Stream<LocalizedText> texts = Stream.concat(
                Stream.of(description.name(), description.summary(), description.description()),
                Stream.concat(
                        description.requirements().stream(),
                        description.costs().stream().map(cost -> cost.description())));
        return texts.filter(Objects::nonNull).flatMap(text -> text.byLanguage().values().stream());
    }
}
