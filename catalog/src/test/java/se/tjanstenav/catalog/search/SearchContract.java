package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.described;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.Highlight.Mark;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.Suggestion;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.Understanding;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.LocalizedText;

/** What a citizen finds, whichever backend the hub searches with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SearchContract {

    private TestCatalogue hub;

    /** The settings that choose the backend. */
    abstract Map<String, String> backend();

    private TestCatalogue hubIn(Path place) {
        return TestCatalogue.on("jdbc:sqlite:" + place.resolve("c.db"), place, new MovableClock(), backend());
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        hub = hubIn(folder);
        hub.sources().register(Samples.feeds());
        hub.harvest(
                SERVICES,
                described(
                        "flytt",
                        new LocalizedText(Map.of("sv", "Flyttanmälan", "en", "Notification of change of address")),
                        Map.of("sv", List.of("byta adress"), "en", List.of("moving house"))),
                described(
                        "lov",
                        new LocalizedText(Map.of("sv", "Bygglov", "en", "Building permit", "fi", "Lupa talolle")),
                        Samples.text("sv", "Du behöver bygglov för att bygga nytt eller bygga till ditt hus.")),
                described("bil", "Ägarbyte av fordon"),
                described("orebro", "Österlens strandskydd"),
                described("arlig", "Åldersintyg"),
                described("sami", Samples.text("se", "Boazodoallu"), Map.of()),
                described(
                        "hus",
                        Samples.text("sv", "Rivningslov"),
                        Samples.text("sv", "Lov för att riva. Sök bygglov om du ska bygga igen.")));
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "byggloven, Bygglov",
        "BYGGLOV, Bygglov",
        "flytta, Flyttanmälan",
        "flyttanmälan, Flyttanmälan",
        "anmäla flytt, Flyttanmälan",
        "adresser, Flyttanmälan",
        "fordonet, Ägarbyte av fordon",
        "ägarbyten, Ägarbyte av fordon",
        "åldersintyget, Åldersintyg",
        "skatteverket flytt, Flyttanmälan",
        "Boazodoallu, Boazodoallu",
        "moved houses, Flyttanmälan",
        "buildings, Bygglov",
        "talossa, Bygglov",
        "jag ska flytta, Flyttanmälan"
    })
    void findsByTheCitizensWords(String text, String expected) {
        assertThat(hub.names(text)).startsWith(expected);
    }

    @Test
    void putsAMatchInTheNameFirst() {
        assertThat(hub.names("bygglov")).containsExactly("Bygglov", "Rivningslov");
    }

    @Test
    void putsAKeywordThatHoldsThePhraseBeforeItsScatteredWords(@TempDir Path other) {
        try (TestCatalogue fresh = hubIn(other)) {
            fresh.sources().register(Samples.feeds());
            fresh.harvest(
                    SERVICES,
                    described(
                            "upplysning",
                            Samples.text("sv", "Företagsupplysningen"),
                            Samples.text("sv", "Svar till dig som tänker starta eller driver ett företag.")),
                    described(
                            "bolag",
                            Samples.text("sv", "Registrera aktiebolag"),
                            Map.of("sv", List.of("aktiebolag", "starta bolag", "starta företag", "nybildning"))));

            assertThat(fresh.names("starta företag")).startsWith("Registrera aktiebolag");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tillbyggnad, Bygglov",
        "strandskyddsansökan, Österlens strandskydd",
        "bygglovsblanketten, Bygglov",
        "planning permission, Bygglov",
        "att byta bostad, Flyttanmälan"
    })
    void findsWhatIsCalledOtherwise(String text, String expected) {
        assertThat(hub.names(text)).startsWith(expected);
    }

    @Test
    void putsTheCitizensOwnWordBeforeItsSynonyms(@TempDir Path other) {
        try (TestCatalogue fresh = hubIn(other)) {
            fresh.sources().register(Samples.feeds());
            fresh.harvest(SERVICES, described("a", "Kommunal förskola"), described("d", "Dagis på natten"));

            assertThat(fresh.names("dagis")).containsExactly("Dagis på natten", "Kommunal förskola");
            assertThat(fresh.names("förskola")).containsExactly("Kommunal förskola", "Dagis på natten");
        }
    }

    @Test
    void tellsWhatAnswersToAllOfAQuestionAndAddsTheNearest() {
        ServicePage page = search("bygga sjöfart", null, "sv", 0, 5);

        assertThat(Objects.requireNonNull(page.understanding()).exact()).isZero();
        assertThat(page.understanding().nearest()).isTrue();
        assertThat(page.understanding().unknownWords()).containsExactly("sjöfart");
        assertThat(page.services()).extracting(Samples::name).containsExactlyInAnyOrder("Bygglov", "Rivningslov");
        assertThat(search("bygga nytt hus sjöfart", null, "sv", 0, 5).understanding())
                .returns(1L, Understanding::exact);
    }

    @Test
    void putsWhatAnswersToAllOfAQuestionBeforeTheNearest() {
        assertThat(hub.names("riva för att bygga igen")).startsWith("Rivningslov", "Bygglov");
        assertThat(hub.names("bygga nytt")).startsWith("Bygglov", "Rivningslov");
    }

    @Test
    void putsWhatAnswersToAllBeforeWhatIsNamedByAPart(@TempDir Path other) {
        try (TestCatalogue fresh = hubIn(other)) {
            fresh.sources().register(Samples.feeds());
            fresh.harvest(
                    SERVICES,
                    described("k", Samples.text("sv", "Kajak"), Map.of("sv", List.of("kajak"))),
                    described(
                            "r",
                            Samples.text("sv", "Råd till den som är ute"),
                            Samples.text("sv", "Det gäller den som paddlar kajak, åker skridsko eller bara vandrar.")));

            assertThat(fresh.names("kajak skridsko")).containsExactly("Råd till den som är ute", "Kajak");
        }
    }

    @Test
    void completesATextOnceThoughManyServicesHaveIt(@TempDir Path other) {
        try (TestCatalogue fresh = hubIn(other)) {
            fresh.sources().register(Samples.feeds());
            fresh.harvest(
                    SERVICES,
                    described("a", Samples.text("sv", "Kajakled"), Map.of("sv", List.of("kajak"))),
                    described("b", Samples.text("sv", "Kajakled"), Map.of("sv", List.of("kajak"))));

            assertThat(fresh.catalogue().suggestions("kaj", "sv", 10))
                    .containsExactly(
                            new Suggestion("Kajakled", Suggestion.Kind.SERVICE, null, null, null),
                            new Suggestion("kajak", Suggestion.Kind.KEYWORD, null, null, null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "flytanmälan, flyttanmälan, Flyttanmälan",
        "ålderssintyg, åldersintyg, Åldersintyg",
        "flyttanmelan, flyttanmälan, Flyttanmälan",
        "Stranddskydd, strandskydd, Österlens strandskydd"
    })
    void readsAMisspeltWordAsTheNearestKnownOne(String text, String meant, String expected) {
        ServicePage page = search(text, null, "sv", 0, 5);

        assertThat(page.services()).extracting(Samples::name).startsWith(expected);
        assertThat(page.understanding()).returns(meant, Understanding::didYouMean);
        assertThat(Objects.requireNonNull(page.understanding()).unknownWords()).isEmpty();
    }

    @Test
    void leavesWordsAloneThatAreKnown() {
        assertThat(search("bygglov", null, "sv", 0, 5).understanding())
                .isEqualTo(new Understanding(2, false, null, List.of()));
        assertThat(search(null, null, "sv", 0, 5).understanding()).isNull();
    }

    @Test
    void neverReadsANumberAsAnother() {
        assertThat(search("flyttanmälan2", null, "sv", 0, 5).total()).isZero();
    }

    @Test
    void neverReadsWhatIsTooLongForAWordAsAnother(@TempDir Path other) {
        String longest = "a" + "bygglov".repeat(7);
        try (TestCatalogue fresh = hubIn(other)) {
            fresh.sources().register(Samples.feeds());
            fresh.harvest(SERVICES, described("lagom", longest), described("lang", longest + "et"));

            assertThat(meant(fresh, longest.replaceFirst("g", "q"))).isEqualTo(longest);
            assertThat(meant(fresh, (longest + "et").replaceFirst("g", "q"))).isNull();
        }
    }

    private static @Nullable String meant(TestCatalogue hub, String asked) {
        ServicePage page = hub.catalogue().search(new ServiceQuery(asked, ServiceFilter.ALL, "sv", 0, 5));
        return Objects.requireNonNull(page.understanding()).didYouMean();
    }

    @Test
    void saysWhichWordsNobodyUses() {
        assertThat(search("xyzzyplugh", null, "sv", 0, 5))
                .isEqualTo(new ServicePage(
                        List.of(), 0, List.of(), new Understanding(0, false, null, List.of("xyzzyplugh")), Map.of()));
    }

    @Test
    void tellsWhereATextAnswers() {
        ServicePage page = search("bygga nytt", null, "sv", 0, 1);

        assertThat(page.highlights().get(page.services().get(0).id()))
                .containsExactly(
                        new Highlight("name", "sv", "Bygglov", List.of(new Mark(0, 7))),
                        new Highlight(
                                "description",
                                "sv",
                                "Du behöver bygglov för att bygga nytt eller bygga till ditt hus.",
                                List.of(new Mark(11, 18), new Mark(27, 32), new Mark(33, 37), new Mark(44, 49))));
    }

    @Test
    void tellsWhereATextAnswersInTheReadersLanguage() {
        assertThat(highlighted("building", "en")).containsExactly("en: [Building] [permit]");
        assertThat(highlighted("flytta", "sv")).containsExactly("sv: [Flyttanmälan]");
        assertThat(highlighted("flytta", "fi")).containsExactly("sv: [Flyttanmälan]");
        assertThat(highlighted("adresser", "sv")).isEmpty();
    }

    /** Where the first hit answers, the marked in brackets. */
    private List<String> highlighted(String text, String language) {
        ServicePage page = search(text, null, language, 0, 1);
        return page.highlights().getOrDefault(page.services().get(0).id(), List.of()).stream()
                .map(highlight -> {
                    StringBuilder shown = new StringBuilder(highlight.text());
                    for (int i = highlight.marks().size() - 1; i >= 0; i--) {
                        Mark mark = highlight.marks().get(i);
                        shown.insert(mark.end(), ']').insert(mark.start(), '[');
                    }
                    return highlight.language() + ": " + shown;
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byg|Bygglov service",
                "BYTA A|byta adress keyword",
                "fly|Flyttanmälan service",
                "flytanm|Flyttanmälan service",
                "fordon|Ägarbyte av fordon service",
                "skattev|Skatteverket agency"
            })
    void completesWhatIsTyped(String typed, String expected) {
        assertThat(completions(typed, "sv")).startsWith(expected);
    }

    @Test
    void completesInTheReadersLanguageAndEachTextOnce() {
        assertThat(completions("mov", "en")).containsExactly("moving house keyword");
        assertThat(completions("build", "en")).containsExactly("Building permit service");
        assertThat(completions("b", "sv")).containsExactly("Bygglov service", "byta adress keyword");
        assertThat(hub.catalogue().suggestions("b", "sv", 1)).hasSize(1);
        assertThat(completions("zzz", "sv")).isEmpty();
        assertThat(completions("  !", "sv")).isEmpty();
    }

    @Test
    void leadsFromACompletionToItsService() {
        Suggestion suggestion = hub.catalogue().suggestions("rivn", "sv", 5).get(0);

        assertThat(hub.catalogue().service(Objects.requireNonNull(suggestion.service())))
                .hasValueSatisfying(service -> assertThat(Samples.name(service)).isEqualTo("Rivningslov"));
    }

    private List<String> completions(String typed, String language) {
        return hub.catalogue().suggestions(typed, language, 10).stream()
                .map(suggestion -> suggestion.text() + " " + suggestion.kind().code())
                .toList();
    }

    @Test
    void tellsWordsWithRingsAndDotsApart() {
        assertThat(hub.names("agarbyte")).isEmpty();
    }

    @Test
    void ordersByNameAsTheLanguageDoes() {
        assertThat(hub.names(null))
                .containsExactly(
                        "Boazodoallu",
                        "Bygglov",
                        "Flyttanmälan",
                        "Rivningslov",
                        "Åldersintyg",
                        "Ägarbyte av fordon",
                        "Österlens strandskydd");
        assertThat(search(null, null, "en", 0, 4).services())
                .extracting(Samples::name)
                .containsExactly("Ägarbyte av fordon", "Åldersintyg", "Boazodoallu", "Bygglov");
    }

    @Test
    void pagesThroughTheSelection() {
        ServicePage page = search(null, null, "sv", 5, 5);

        assertThat(page.total()).isEqualTo(7);
        assertThat(page.services())
                .extracting(Samples::name)
                .containsExactly("Ägarbyte av fordon", "Österlens strandskydd");
        assertThat(search(null, null, "sv", 700, 5)).isEqualTo(new ServicePage(List.of(), 7, List.of()));
        assertThat(search("bygglov", null, "sv", Integer.MAX_VALUE, 100))
                .returns(2L, ServicePage::total)
                .returns(List.of(), ServicePage::services);
        assertThat(search("bygglov", null, "sv", 1, Integer.MAX_VALUE).services())
                .hasSize(1);
        assertThat(search("bygglov", null, "sv", 0, 0).total()).isEqualTo(2);
    }

    @Test
    void narrowsToOneAgency() {
        assertThat(search("bygglov", SKATTEVERKET, "sv", 0, 5).total()).isEqualTo(2);
        assertThat(search("bygglov", TILLVAXTVERKET, "sv", 0, 5).total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name_sv:[* TO *]",
                "*:*",
                "bygglov OR 1=1)",
                "\"",
                "((((",
                "\\",
                "bygg*",
                "/.*/",
                "~^-+&&||!{}[]",
                "\0",
                "😀",
                "och",
                "' or ''='"
            })
    void takesEveryCharacterForText(String text) {
        assertThat(search(text, null, "sv", 0, 10).total()).isLessThan(3);
    }

    @Test
    void boundsTheCostOfALongQuestion() {
        assertThat(search("ord ".repeat(50_000), null, "sv", 0, 10).total()).isZero();
        assertThat(search("å".repeat(100_000), null, "sv", 0, 10).total()).isZero();
    }

    @Test
    void answersFromAnEmptyIndex(@TempDir Path empty) {
        try (TestCatalogue fresh = hubIn(empty)) {
            assertThat(fresh.all()).isEmpty();
            assertThat(fresh.find("bygglov")).isEmpty();
        }
    }

    private ServicePage search(
            @Nullable String text, @Nullable AgencyId agency, String language, int offset, int limit) {
        ServiceFilter filter = agency == null ? ServiceFilter.ALL : Samples.of(agency);
        return hub.catalogue().search(new ServiceQuery(text, filter, language, offset, limit));
    }
}
