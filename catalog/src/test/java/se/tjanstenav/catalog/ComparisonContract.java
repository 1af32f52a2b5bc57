package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Comparisons.Promised;
import se.tjanstenav.catalog.Comparisons.Selection;
import se.tjanstenav.catalog.Comparisons.Timed;
import se.tjanstenav.catalog.model.Contribution;
import tools.jackson.databind.json.JsonMapper;

/** That times and commitments of all services stand beside each other in order, as published. */
abstract class ComparisonContract extends QualityContract {

    private static final Selection ALL = selection(Map.of(), Map.of(), null);

    private static final String PASSPORT = """
            {"externalId": "pass", "service": {"authority": "skatteverket", "code": "pass"},
             "description": {"name": {"sv": "Pass"}, "themes": ["travel"], "lifeEvents": ["travelling"],
               "concept": "passport", "coverage": {"country": "SE"}},
             "processingTimes": [
               {"kind": "observed", "startEvent": "a", "endEvent": "b", "statistic": "median", "value": 2, "unit": "weeks"},
               {"kind": "observed", "startEvent": "a", "endEvent": "b", "statistic": "p80", "value": 9,
                "unit": "workingDays"},
               {"kind": "legalDeadline", "startEvent": "a", "endEvent": "b", "statistic": "max", "value": 1,
                "unit": "days"}],
             "commitments": [
               {"code": "A", "aspect": "treatment", "statement": {"sv": "Vi är vänliga"}, "outcome": {"status": "kept"}},
               {"code": "B", "aspect": "processingTime", "statement": {"sv": "Inom en månad"},
                "target": {"value": 1, "unit": "months"}},
               {"code": "C", "aspect": "processingTime", "statement": {"sv": "Snart"}, "outcome": {"status": "missed"}}]}
            """;

    private static final String PERMIT = """
            {"externalId": "lov", "service": {"authority": "tillvaxtverket", "code": "lov"},
             "description": {"name": {"sv": "Bygglov"}, "themes": ["building"],
               "coverage": {"country": "SE", "counties": ["24"], "municipalities": ["2482"]}},
             "processingTimes": [
               {"kind": "observed", "startEvent": "a", "endEvent": "b", "statistic": "interval", "value": 1, "upTo": 80,
                "unit": "hours"}],
             "commitments": [
               {"code": "A", "aspect": "processingTime", "statement": {"sv": "Inom tio dagar"},
                "target": {"value": 10, "unit": "days"}}]}
            """;

    private static Contribution read(String json) {
        return JsonMapper.shared().readValue(json, Contribution.class);
    }

    private void publishBoth() {
        hub.harvest(SERVICES, read(PASSPORT));
        hub.harvest(AGGREGATOR, read(PERMIT));
    }

    @Test
    void putsTimesOfAKindInOrderOfWorkingDays() {
        publishBoth();

        assertThat(times(ALL))
                .containsExactly(
                        "Pass legalDeadline 1 days",
                        "Bygglov observed 1 hours",
                        "Pass observed 9 workingDays",
                        "Pass observed 2 weeks");
        assertThat(comparisons().times(ALL, 1, 2).items())
                .extracting(ComparisonContract::told)
                .containsExactly("Bygglov observed 1 hours", "Pass observed 9 workingDays");
        assertThat(comparisons().times(ALL, 1, 2).total()).isEqualTo(4);
        assertThat(comparisons().times(ALL, 9, 2)).isEqualTo(new Page<>(List.of(), 4));
        assertThat(comparisons().times(ALL, 1, 1).items().get(0).length().value())
                .isEqualByComparingTo("2.292335");
    }

    @Test
    void putsCommitmentsWithoutATargetLast() {
        publishBoth();

        assertThat(commitments(ALL)).containsExactly("Bygglov A", "Pass B", "Pass C", "Pass A");
        assertThat(commitments(selection(Map.of("finding", "kept"), Map.of(), null)))
                .containsExactly("Pass A");
        assertThat(commitments(selection(Map.of("kind", "processingTime", "finding", "missed"), Map.of(), null)))
                .containsExactly("Pass C");
    }

    @Test
    void leavesWhatIsSelected() {
        publishBoth();

        assertThat(times(selection(Map.of("agency", "tillvaxtverket"), Map.of(), null)))
                .containsExactly("Bygglov observed 1 hours");
        assertThat(times(selection(Map.of("kind", "legalDeadline"), Map.of(), null)))
                .containsExactly("Pass legalDeadline 1 days");
        assertThat(times(selection(Map.of("finding", "p80"), Map.of(), null)))
                .containsExactly("Pass observed 9 workingDays");
        assertThat(times(selection(Map.of("concept", "passport"), Map.of(), null)))
                .hasSize(3);
        assertThat(times(selection(Map.of("kind", "observed"), Map.of(Facet.LIFE_EVENT, Set.of("travelling")), null)))
                .hasSize(2);
        assertThat(times(selection(Map.of(), Map.of(Facet.THEME, Set.of("building", "other")), null)))
                .containsExactly("Bygglov observed 1 hours");
        assertThat(times(selection(
                        Map.of(),
                        Map.of(Facet.THEME, Set.of("building"), Facet.LIFE_EVENT, Set.of("travelling")),
                        null)))
                .isEmpty();
        assertThat(times(selection(Map.of(), Map.of(), "2482"))).hasSize(4);
        assertThat(times(selection(Map.of(), Map.of(), "0180"))).hasSize(3);
    }

    @Test
    void followsWhatIsPublished() {
        publishBoth();
        assertThat(comparisons().times(ALL, 0, 0).total()).isEqualTo(4);

        hub.harvest(
                AGGREGATOR, read(PERMIT.replace("\"upTo\": 80", "\"upTo\": 800").replace("building", "digging")));
        assertThat(times(ALL)).last().isEqualTo("Bygglov observed 1 hours");
        assertThat(times(selection(Map.of(), Map.of(Facet.THEME, Set.of("building")), null)))
                .isEmpty();

        hub.harvest(SERVICES, described("other", "Annat"));
        hub.harvest(SERVICES, described("other", "Annat"));
        assertThat(times(ALL)).containsExactly("Bygglov observed 1 hours");
        assertThat(comparisons().times(ALL, 0, 0).total()).isEqualTo(1);
        assertThat(commitments(ALL)).containsExactly("Bygglov A");
    }

    @Test
    void readsAllOfAComparisonOnceInOrder() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        int[] days = IntStream.range(0, 450).map(number -> number * 7 % 450).toArray();
        hub.harvest(TIMES, Samples.timed("t1", "F1", days));

        List<Timed> read = all(comparisons().allTimes(ALL));

        assertThat(read)
                .hasSize(450)
                .allSatisfy(entry -> assertThat(entry.service().id()).isEqualTo(id("F1")));
        assertThat(read).extracting(entry -> entry.time().value().intValue()).isSorted();
        assertThat(all(comparisons().allTimes(selection(Map.of("kind", "queue"), Map.of(), null))))
                .isEmpty();
    }

    private Comparisons comparisons() {
        return hub.bean(Comparisons.class);
    }

    private static Selection selection(
            Map<String, String> columns, Map<Facet, Set<String>> subjects, @Nullable String municipality) {
        return new Selection(
                value(columns, "agency"),
                value(columns, "kind"),
                value(columns, "finding"),
                value(columns, "concept"),
                subjects,
                municipality);
    }

    private static Set<String> value(Map<String, String> columns, String name) {
        String value = columns.get(name);
        return value == null ? Set.of() : Set.of(value);
    }

    /** By page and as a whole, which must be the same. */
    private List<String> times(Selection selection) {
        List<String> page = comparisons().times(selection, 0, 100).items().stream()
                .map(ComparisonContract::told)
                .toList();
        assertThat(all(comparisons().allTimes(selection)))
                .extracting(ComparisonContract::told)
                .isEqualTo(page);
        return page;
    }

    private List<String> commitments(Selection selection) {
        List<String> page = comparisons().commitments(selection, 0, 100).items().stream()
                .map(ComparisonContract::told)
                .toList();
        assertThat(all(comparisons().allCommitments(selection)))
                .extracting(ComparisonContract::told)
                .isEqualTo(page);
        return page;
    }

    private static String told(Timed entry) {
        return "%s %s %s %s"
                .formatted(
                        Samples.name(entry.service()),
                        JsonMapper.shared().convertValue(entry.time().kind(), String.class),
                        entry.time().value(),
                        JsonMapper.shared().convertValue(entry.time().unit(), String.class));
    }

    private static String told(Promised entry) {
        return Samples.name(entry.service()) + " " + entry.commitment().code();
    }

    private static <T> List<T> all(Iterator<T> entries) {
        List<T> all = new ArrayList<>();
        entries.forEachRemaining(all::add);
        return all;
    }
}
