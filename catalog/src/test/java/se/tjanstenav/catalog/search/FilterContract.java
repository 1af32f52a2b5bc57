package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.FacetCounts.Count;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServiceOrder;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.json.JsonMapper;

/** What filters leave, in which order, and what facets count, whichever backend the hub searches with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilterContract {

    private static final String PASSPORT = """
            {"externalId": "pass", "service": {"authority": "skatteverket", "code": "pass"},
             "description": {"name": {"sv": "Pass"}, "audiences": ["privatePerson", "child"],
               "lifeEvents": ["travelling", "comingOfAge"], "themes": ["passports"],
               "coverage": {"country": "SE"}, "offered": {"state": "yes"}},
             "channels": [{"type": "visit"}, {"type": "phone"}],
             "processingTimes": [
               {"kind": "legalDeadline", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "max", "value": 1, "unit": "days"},
               {"kind": "forecast", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "median", "value": 2, "unit": "days"},
               {"kind": "observed", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "interval", "value": 3, "upTo": 10, "unit": "days"},
               {"kind": "observed", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "max", "value": 300, "unit": "days"}],
             "commitments": [{"code": "A", "aspect": "treatment", "statement": {"sv": "Vi är vänliga"},
               "outcome": {"status": "kept"}}]}
            """;

    private static final String BUILDING_PERMIT = """
            {"externalId": "lov", "service": {"authority": "skatteverket", "code": "lov"},
             "description": {"name": {"sv": "Bygglov"}, "audiences": ["privatePerson", "business"],
               "lifeEvents": ["buildingAHome"], "businessEvents": ["expanding"], "themes": ["buildingPermits"],
               "coverage": {"country": "SE", "counties": ["24"], "municipalities": ["2482"]},
               "offered": {"state": "yes"}},
             "channels": [{"type": "eService"}],
             "processingTimes": [
               {"kind": "observed", "caseType": {"sv": "Små"}, "startEvent": "applicationReceived",
                "endEvent": "decision", "statistic": "median", "value": 2, "unit": "workingDays"},
               {"kind": "observed", "caseType": {"sv": "Stora"}, "startEvent": "applicationReceived",
                "endEvent": "decision", "statistic": "median", "value": 4, "unit": "weeks"}],
             "commitments": [
               {"code": "A", "aspect": "treatment", "statement": {"sv": "Vi svarar"}, "outcome": {"status": "missed"}},
               {"code": "B", "aspect": "information", "statement": {"sv": "Vi berättar"}}]}
            """;

    private static final String COUNTY = """
            {"externalId": "lan", "service": {"authority": "skatteverket", "code": "lan"},
             "description": {"name": {"sv": "Jaktkort"}, "audiences": ["association"],
               "coverage": {"country": "SE", "counties": ["24"]}},
             "processingTimes": [
               {"kind": "forecast", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "p80", "value": 3, "unit": "workingDays"}]}
            """;

    private static final String SCHOOL = """
            {"externalId": "skola", "service": {"authority": "skatteverket", "code": "skola"},
             "description": {"name": {"sv": "Skolskjuts"}, "audiences": ["child"],
               "coverage": {"country": "SE", "counties": ["01"], "municipalities": ["0180"]},
               "offered": {"state": "no", "why": {"sv": "Uppehåll"}}},
             "channels": [{"type": "eService"}]}
            """;

    private static final String ADVICE = """
            {"externalId": "rad", "service": {"authority": "tillvaxtverket", "code": "rad"},
             "description": {"name": {"sv": "Rådgivning om bygglov"}, "audiences": ["business"]},
             "processingTimes": [
               {"kind": "queue", "startEvent": "applicationReceived", "endEvent": "decision",
                "statistic": "mean", "value": 1, "unit": "days"}]}
            """;

    private static final Instant LATER = new MovableClock().instant().plus(Duration.ofDays(3));

    private TestCatalogue hub;

    /** The settings that choose the backend. */
    abstract Map<String, String> backend();

    private TestCatalogue hubIn(Path place, MovableClock clock) {
        TestCatalogue fresh = TestCatalogue.on("jdbc:sqlite:" + place.resolve("c.db"), place, clock, backend());
        fresh.sources().register(Samples.feeds());
        return fresh;
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        MovableClock clock = new MovableClock();
        hub = hubIn(folder, clock);
        hub.harvest(SERVICES, read(PASSPORT), read(BUILDING_PERMIT), read(COUNTY), read(SCHOOL));
        clock.advance(Duration.ofDays(3));
        hub.harvest(AGGREGATOR, read(ADVICE));
    }

    @AfterAll
    void close() {
        hub.close();
    }

    private static Contribution read(String json) {
        return JsonMapper.shared().readValue(json, Contribution.class);
    }

    @ParameterizedTest
    @CsvSource({
        "AGENCY, tillvaxtverket, Rådgivning om bygglov",
        "AGENCY, nobody, ''",
        "AUDIENCE, child, Pass|Skolskjuts",
        "AUDIENCE, association|business, Bygglov|Jaktkort|Rådgivning om bygglov",
        "LIFE_EVENT, travelling, Pass",
        "LIFE_EVENT, TRAVELLING, ''",
        "BUSINESS_EVENT, expanding, Bygglov",
        "THEME, passports|buildingPermits, Bygglov|Pass",
        "CHANNEL, phone, Pass",
        "CHANNEL, eService, Bygglov|Skolskjuts",
        "COMMITMENT_STATUS, kept, Pass",
        "COMMITMENT_STATUS, missed, Bygglov",
        "COMMITMENT_STATUS, notMeasured, Bygglov",
        "OFFERED, no, Skolskjuts",
        "OFFERED, unknown, Jaktkort|Rådgivning om bygglov"
    })
    void leavesWhatHasAnyOfTheValues(Facet facet, String values, String expected) {
        assertThat(names(null, chosen(facet, values.split("\\|")))).containsExactlyElementsOf(split(expected));
    }

    @Test
    void wantsAllThatIsAskedFor() {
        ServiceFilter both = new ServiceFilter(
                Map.of(Facet.AUDIENCE, Set.of("business"), Facet.CHANNEL, Set.of("eService")), "2482", null, null);

        assertThat(names(null, both)).containsExactly("Bygglov");
        assertThat(names("bygglov", chosen(Facet.AUDIENCE, "business")))
                .containsExactly("Bygglov", "Rådgivning om bygglov");
        assertThat(names("pass", both)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2482, Bygglov|Jaktkort|Pass|Rådgivning om bygglov",
        "2480, Jaktkort|Pass|Rådgivning om bygglov",
        "0180, Pass|Rådgivning om bygglov|Skolskjuts",
        "0123, Pass|Rådgivning om bygglov"
    })
    void leavesWhatAppliesInAMunicipalityOrMayDo(String municipality, String expected) {
        ServiceFilter there = new ServiceFilter(Map.of(), municipality, null, null);

        assertThat(names(null, there)).containsExactlyElementsOf(split(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2.9, ''",
        "3, Jaktkort",
        "6, Jaktkort",
        "7, Jaktkort|Pass",
        "19, Jaktkort|Pass",
        "20, Bygglov|Jaktkort|Pass"
    })
    void leavesWhatTypicallyTakesNoLonger(BigDecimal most, String expected) {
        ServiceFilter quick = new ServiceFilter(Map.of(), null, most, null);

        assertThat(names(null, quick)).containsExactlyElementsOf(split(expected));
    }

    @Test
    void leavesWhatHasChangedSince() {
        assertThat(names(null, new ServiceFilter(Map.of(), null, null, LATER)))
                .containsExactly("Rådgivning om bygglov");
        assertThat(names(null, new ServiceFilter(Map.of(), null, null, LATER.plusMillis(1))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PROCESSING_TIME, Jaktkort|Pass|Bygglov|Rådgivning om bygglov|Skolskjuts",
        "CHANGED, Rådgivning om bygglov|Bygglov|Jaktkort|Pass|Skolskjuts",
        "NAME, Bygglov|Jaktkort|Pass|Rådgivning om bygglov|Skolskjuts",
        "RELEVANCE, Bygglov|Jaktkort|Pass|Rådgivning om bygglov|Skolskjuts"
    })
    void putsServicesInOrder(ServiceOrder order, String expected) {
        assertThat(search(null, ServiceFilter.ALL, order).services())
                .extracting(Samples::name)
                .containsExactlyElementsOf(split(expected));
        assertThat(search("bygglov", ServiceFilter.ALL, ServiceOrder.CHANGED).services())
                .extracting(Samples::name)
                .containsExactly("Rådgivning om bygglov", "Bygglov");
    }

    @Test
    void countsWhatOtherFiltersLeaveByEachFacet() {
        ServicePage page = search(
                null,
                new ServiceFilter(Map.of(Facet.AUDIENCE, Set.of("child")), "0180", null, null),
                ServiceOrder.NAME,
                Facet.CHANNEL,
                Facet.AUDIENCE,
                Facet.AGENCY,
                Facet.THEME);

        assertThat(page.services()).extracting(Samples::name).containsExactly("Pass", "Skolskjuts");
        assertThat(page.facets())
                .containsExactly(
                        counts(Facet.AGENCY, new Count("skatteverket", 2)),
                        counts(
                                Facet.AUDIENCE,
                                new Count("child", 2),
                                new Count("business", 1),
                                new Count("privatePerson", 1)),
                        counts(Facet.THEME, new Count("passports", 1)),
                        counts(Facet.CHANNEL, new Count("eService", 1), new Count("phone", 1), new Count("visit", 1)));
    }

    @Test
    void tellsTheMostFrequentOfManyValues(@TempDir Path other) {
        List<String> themes = IntStream.range(0, FacetCounts.MOST + 20)
                .mapToObj(number -> "t%03d".formatted(number))
                .toList();
        try (TestCatalogue fresh = hubIn(other, new MovableClock())) {
            fresh.harvest(SERVICES, themed("all", themes), themed("last", List.of("t119")));

            FacetCounts counts = fresh.catalogue()
                    .search(query(null, ServiceFilter.ALL, ServiceOrder.NAME, Facet.THEME))
                    .facets()
                    .get(0);

            assertThat(counts.complete()).isFalse();
            assertThat(counts.values())
                    .hasSize(FacetCounts.MOST)
                    .startsWith(new Count("t119", 2), new Count("t000", 1));
        }
    }

    @Test
    void readsASelectionOfManyPagesInOrderOfId(@TempDir Path other) {
        try (TestCatalogue fresh = hubIn(other, new MovableClock())) {
            fresh.harvest(
                    SERVICES,
                    Completeness.COMPLETE,
                    Stream.concat(
                                    IntStream.range(0, 450)
                                            .mapToObj(number -> described("b" + number, "Bygglov " + number)),
                                    Stream.of(described("pass", "Pass")))
                            .toList());

            List<String> found = ids(fresh.catalogue().all("bygglov", chosen(Facet.AGENCY, "skatteverket")));

            assertThat(found).hasSize(450).isSorted().doesNotHaveDuplicates();
            assertThat(ids(fresh.catalogue().all(null, ServiceFilter.ALL)))
                    .hasSize(451)
                    .isSorted()
                    .containsAll(found);
            assertThat(ids(fresh.catalogue().all("finns inte", ServiceFilter.ALL)))
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> chosen(Facet.CHANNEL, "pigeon")).hasMessageContaining("channel is one of");
        assertThatThrownBy(() -> new ServiceFilter(Map.of(), "18", null, null)).hasMessageContaining("four digits");
        assertThatThrownBy(() -> new ServiceFilter(Map.of(), null, new BigDecimal(-1), null))
                .hasMessageContaining("negative");
    }

    private static Contribution themed(String code, List<String> themes) {
        return read("""
                {"externalId": "%1$s", "service": {"authority": "skatteverket", "code": "%1$s"},
                 "description": {"name": {"sv": "%1$s"}, "themes": %2$s}}
                """.formatted(code, JsonMapper.shared().writeValueAsString(themes)));
    }

    private static FacetCounts counts(Facet facet, Count... counts) {
        return new FacetCounts(facet, List.of(counts), true);
    }

    private static ServiceFilter chosen(Facet facet, String... values) {
        return new ServiceFilter(Map.of(facet, Set.of(values)), null, null, null);
    }

    private static List<String> split(String names) {
        return Arrays.stream(names.split("\\|")).filter(name -> !name.isEmpty()).toList();
    }

    private static List<String> ids(Iterator<Service> services) {
        Iterable<Service> once = () -> services;
        return StreamSupport.stream(once.spliterator(), false)
                .map(service -> service.id().value())
                .toList();
    }

    private List<String> names(@Nullable String text, ServiceFilter filter) {
        return search(text, filter, ServiceOrder.NAME).services().stream()
                .map(Samples::name)
                .toList();
    }

    private ServicePage search(@Nullable String text, ServiceFilter filter, ServiceOrder order, Facet... facets) {
        return hub.catalogue().search(query(text, filter, order, facets));
    }

    private static ServiceQuery query(
            @Nullable String text, ServiceFilter filter, ServiceOrder order, Facet... facets) {
        return new ServiceQuery(text, filter, order, Set.of(facets), "sv", 0, 20);
    }
}
