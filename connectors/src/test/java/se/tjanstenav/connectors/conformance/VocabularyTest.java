package se.tjanstenav.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.TestHub;
import se.tjanstenav.mocks.StubAgencies;

/** The agencies of this repository speak one language, and the page about it tells the truth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VocabularyTest {

    /** The feed of another country's national catalogue, whose themes are that catalogue's own. */
    private static final String FOREIGN = "dvv";

    private final Vocabulary vocabulary = Vocabulary.load();
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

    List<Feed> feeds() {
        return hub.connectors().feeds().stream()
                .filter(feed -> !feed.id().path().startsWith(FOREIGN))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void holdsEveryCodeOfTheAgencies(Feed feed) {
        List<Contribution> contributions = TestHub.readAll(feed).stream()
                .map(record -> feed.map(record).contribution())
                .toList();
        assertThat(contributions).isNotEmpty();
        assertThat(vocabulary.unknown(contributions))
                .as("codes of %s; use one of docs/vocabulary.md or add it there and to vocabulary.json", feed.id())
                .isEmpty();
    }

    @Test
    void holdsEveryCodeThatIsToldLive() {
        ServiceKey passport = new ServiceKey(new AgencyId("polismyndigheten"), "POL-001");
        List<ProcessingTime> queues = hub.liveFeed("polismyndigheten/queue")
                .ask(passport)
                .of(passport)
                .processingTimes();
        assertThat(queues).isNotEmpty();
        assertThat(vocabulary.unknown(List.of(new Contribution("queue", passport, null, null, queues, null, null))))
                .isEmpty();
    }

    @Test
    void isWhatTheDocumentationSays() throws IOException {
        List<String> rows = new ArrayList<>();
        Stream.of(vocabulary.lifeEvents(), vocabulary.businessEvents(), vocabulary.themes(), vocabulary.caseEvents())
                .forEach(terms -> {
                    boolean sources = terms.stream().anyMatch(term -> term.source() != null);
                    terms.forEach(term -> rows.add(row(term, sources)));
                });
        try (Stream<String> lines = Files.lines(Path.of("../docs/vocabulary.md"))) {
            assertThat(lines.filter(line -> line.startsWith("| `"))).containsExactlyElementsOf(rows);
        }
    }

    private static String row(Vocabulary.Term term, boolean sources) {
        String source = term.source() == null ? " |" : " %s |".formatted(term.source());
        return "| `%s` | %s | %s | %s |%s"
                .formatted(term.code(), term.sv(), term.en(), term.meaning(), sources ? source : "");
    }
}
