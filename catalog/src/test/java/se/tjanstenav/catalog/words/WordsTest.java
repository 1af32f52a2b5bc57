package se.tjanstenav.catalog.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.words.Asked.Alternative;
import se.tjanstenav.catalog.words.Asked.Concept;

class WordsTest {

    /** Finland's ontology of public services, where the machine has it. */
    private static final Path TERO = Path.of("../../shared/data/ptv/codelists/tero.json");

    private final Words words = Words.load(List.of());

    @Test
    void passesOverWordsThatOnlyAsk() {
        assertThat(said("Hej, hur gör jag för att få ett körkort?")).containsExactly("körkort");
        assertThat(said("How do I get a passport")).containsExactly("passport");
        assertThat(said("miten saan passin")).contains("passin");
    }

    @Test
    void keepsWordsThatOnlyAskWhereThereAreNoOthers() {
        assertThat(said("vad kan jag göra")).isNotEmpty();
        assertThat(said("  ?!  ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dagis, förskola",
        "dagisets, förskola",
        "förskolan, dagis",
        "socialbidraget, försörjningsstöd",
        "firma, företag",
        "trademark, brand"
    })
    void knowsWhatElseAWordMayBeCalled(String word, String other) {
        assertThat(others(word)).contains(other);
    }

    @Test
    void takesAnExpressionAsOneEvenWithOtherWordsWithin() {
        assertThat(words.understand("blev av med mitt jobb").concepts())
                .singleElement()
                .satisfies(concept -> assertThat(concept.others())
                        .extracting(Alternative::text)
                        .contains("arbetslös"));
        assertThat(said("starta eget företag")).hasSizeLessThan(3);
    }

    @ParameterizedTest
    @CsvSource({
        "föräldrapenningansökan, föräldrapenning ansökan",
        "bygglovsansökan, bygglov ansökan",
        "parkeringstillståndet, parkering tillståndet",
        "livsmedelsföretagare, livsmedel företagare"
    })
    void takesCompoundsApart(String word, String parts) {
        assertThat(others(word)).contains(parts);
    }

    @ParameterizedTest
    @CsvSource({"flytt", "xyzzy", "barnxyzzy", "kontrollen"})
    void leavesWholeWhatIsNotMadeOfKnownParts(String word) {
        assertThat(new Compounds(Set.of("flytt", "barn", "kontroll")).split(word))
                .hasSizeLessThan(2);
    }

    @Test
    void readsAWordAsWhatItWasCorrectedTo() {
        assertThat(words.understand("dagsi", Map.of("dagsi", "dagis"))
                        .concepts()
                        .get(0)
                        .others())
                .extracting(Alternative::text)
                .startsWith("dagis")
                .contains("förskola");
    }

    @Test
    void boundsWhatALongQuestionCosts() {
        assertThat(words.understand("dagis ".repeat(100)).concepts()).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void readsAThesaurusOfTheOperator(@TempDir Path folder) throws IOException {
        Path own = folder.resolve("lokal-sv.txt");
        Files.writeString(own, "# Helsingborg\nfjället, stadshuset\nfimpen => hemtjänst\n");

        Words more = Words.load(List.of(own));

        assertThat(others(more, "fimpen")).containsExactly("hemtjänst");
        assertThat(others(more, "hemtjänst")).doesNotContain("fimpen");
        assertThat(others(more, "stadshuset")).contains("fjället");
    }

    @Test
    void namesTheLineOfAThesaurusThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("x-sv.txt");
        Files.writeString(broken, "a, b\nensam\n");
        Path nameless = folder.resolve("x.txt");
        Files.writeString(nameless, "a, b\n");

        assertThatThrownBy(() -> Words.load(List.of(broken)))
                .hasMessageContaining("Line 2")
                .hasMessageContaining(broken.toString());
        assertThatThrownBy(() -> Words.load(List.of(nameless))).hasMessageContaining("tells no language");
        assertThatThrownBy(() -> Words.load(List.of(folder.resolve("none-sv.txt"))))
                .hasMessageContaining("tjanstenav.catalog.search.words.thesauri");
    }

    @Test
    void readsAnOntologyOfConcepts(@TempDir Path folder) throws IOException {
        Path concepts = folder.resolve("concepts.json");
        Files.writeString(concepts, """
                \uFEFF[{"label": {"sv": "kolonilott", "fi": "siirtolapuutarha"}, "altLabels": {"sv": ["odlingslott"]}},
                 {"label": {"fi": "ei ruotsia"}, "altLabels": {}}]
                """);

        Words more = Words.load(List.of(concepts));

        assertThat(others(more, "odlingslott")).contains("kolonilott");
    }

    @Test
    void readsTheOntologyOfFinlandsServiceCatalogue() {
        assumeThat(TERO)
                .as("Finland's ontology of public services is not on this machine; reading it is not tested")
                .matches(Files::isRegularFile);

        assertThat(others(Words.load(List.of(TERO)), "enäggstvillingar")).contains("identiska tvillingar");
    }

    private List<String> said(String question) {
        return words.understand(question).concepts().stream().map(Concept::text).toList();
    }

    private List<String> others(String word) {
        return others(words, word);
    }

    private static List<String> others(Words words, String question) {
        return words.understand(question).concepts().stream()
                .flatMap(concept -> concept.others().stream())
                .map(Alternative::text)
                .toList();
    }
}
