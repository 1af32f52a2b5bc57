package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters, order and facets of the list of services, held against all services as they are told one by one. */
@ExtendWith(FederatedHub.class)
class ServiceListTest {

    private static final String SERVICES = "/catalog/v1/services";

    private static final Map<String, Predicate<JsonNode>> FILTERS = Map.of(
            "agency=skatteverket,boverket", has("/agency/id", "skatteverket", "boverket"),
            "audience=business", each("audiences", "business"),
            "lifeEvent=buildingAHome,movingHome", each("lifeEvents", "buildingAHome", "movingHome"),
            "businessEvent=startingABusiness", each("businessEvents", "startingABusiness"),
            "theme=buildingPermits", each("themes", "buildingPermits"),
            "channel=phone", service -> service.path("channels").valueStream().anyMatch(has("/type", "phone")),
            "offered=no,unknown", has("/offered/state", "no", "unknown"),
            "commitmentStatus=kept",
                    service -> service.path("commitments").valueStream().anyMatch(has("/outcome/status", "kept")),
            "municipality=2482", ServiceListTest::appliesInSkelleftea,
            "agency=skelleftea&channel=phone",
                    has("/agency/id", "skelleftea")
                            .and(service ->
                                    service.path("channels").valueStream().anyMatch(has("/type", "phone"))));

    private static Predicate<JsonNode> has(String pointer, String... values) {
        return node -> List.of(values).contains(node.at(pointer).asString());
    }

    private static Predicate<JsonNode> each(String field, String... values) {
        return service -> service.path(field).valueStream().anyMatch(value -> List.of(values)
                .contains(value.asString()));
    }

    private static boolean appliesInSkelleftea(JsonNode service) {
        JsonNode coverage = service.path("coverage");
        if (coverage.isMissingNode()) {
            return true;
        }
        List<String> municipalities = coverage.path("municipalities")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        List<String> counties =
                coverage.path("counties").valueStream().map(JsonNode::asString).toList();
        boolean everywhere = municipalities.isEmpty() && (counties.isEmpty() || counties.contains("24"));
        return coverage.path("country").asString().equals("SE") && (everywhere || municipalities.contains("2482"));
    }

    @Test
    void eachFilterLeavesWhatItSays(HubClient hub) {
        List<JsonNode> all = everything(hub);

        FILTERS.forEach((filter, fits) -> {
            List<String> expected =
                    all.stream().filter(fits).map(ServiceListTest::id).sorted().toList();
            assertThat(expected).as(filter).isNotEmpty().hasSizeLessThan(all.size());
            assertThat(ids(hub, filter)).as(filter).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void wordsAndFiltersNarrowEachOther(HubClient hub) {
        List<String> both = ids(hub, "q=bygglov&agency=boverket");

        assertThat(both).isNotEmpty().isSubsetOf(ids(hub, "q=bygglov")).allSatisfy(id -> assertThat(id)
                .startsWith("boverket-"));
    }

    @Test
    void tellsByWhichTimeItFilteredAndOrdered(HubClient hub) {
        List<JsonNode> quick = pages(hub, "maxWorkingDays=20&sort=processingTime");
        List<JsonNode> all = pages(hub, "sort=processingTime");

        assertThat(quick).isNotEmpty();
        assertThat(quick).isEqualTo(all.subList(0, quick.size()));
        assertThat(days(quick.get(quick.size() - 1))).isLessThanOrEqualTo(20);
        assertThat(all)
                .filteredOn(service -> service.has("typicalTime"))
                .hasSizeGreaterThan(quick.size())
                .extracting(ServiceListTest::days)
                .isSorted();
        assertThat(all.subList(quick.size(), all.size()))
                .noneMatch(service -> service.has("typicalTime") && days(service) <= 20);
        assertThat(all.get(all.size() - 1).has("typicalTime")).isFalse();
        JsonNode converted = all.stream()
                .map(service -> service.path("typicalTime"))
                .filter(time -> time.path("unit").asString().equals("days"))
                .findFirst()
                .orElseThrow();
        assertThat(converted.at("/comparable/converted").asBoolean()).isTrue();
        assertThat(converted.at("/comparable/assumptions/0").asString()).isEqualTo("meanYear");
        assertThat(converted.path("kind").asString()).isIn("observed", "forecast");
    }

    @Test
    void tellsHowFreshEachServiceIs(HubClient hub) {
        JsonNode page = hub.json(SERVICES + "?agency=boverket&limit=3");

        assertThat(page.path("services")).hasSize(3).allSatisfy(service -> {
            assertThat(service.at("/freshness/sources").valueStream().map(JsonNode::asString))
                    .contains("boverket/services");
            assertThat(service.at("/freshness/status").asString()).isEqualTo("fromSource");
            assertThat(Instant.parse(service.at("/freshness/asOf").asString()))
                    .isAfter(Instant.parse("2020-01-01T00:00:00Z"));
        });
    }

    @Test
    void ordersByChange(HubClient hub) {
        List<Instant> times = pages(hub, "sort=changed").stream()
                .map(service -> Instant.parse(service.path("changedAt").asString()))
                .toList();

        assertThat(times).isSortedAccordingTo(Collections.reverseOrder());
        String latest = times.get(0).toString();
        assertThat(pages(hub, "changedSince=" + latest)).isNotEmpty().allSatisfy(service -> assertThat(
                        service.path("changedAt").asString())
                .isEqualTo(latest));
        assertThat(hub.json(SERVICES + "?changedSince=2999-01-01T01:00:00%2B01:00")
                        .at("/meta/total")
                        .asInt())
                .isZero();
    }

    @Test
    void countsByFacetsWithLabels(HubClient hub) {
        JsonNode page = hub.json(SERVICES + "?agency=boverket&facets=agency,audience&limit=0");
        JsonNode agencies = page.at("/facets/0");
        JsonNode audiences = page.at("/facets/1");

        assertThat(page.path("services")).isEmpty();
        assertThat(agencies.path("parameter").asString()).isEqualTo("agency");
        assertThat(counts(agencies)).isEqualTo(counted(everything(hub), "/agency/id"));
        assertThat(agencies.path("values").valueStream()).anySatisfy(value -> {
            assertThat(value.path("value").asString()).isEqualTo("skelleftea");
            assertThat(value.path("label").asString()).isEqualTo("Skellefteå kommun");
        });
        assertThat(audiences.path("parameter").asString()).isEqualTo("audience");
        counts(audiences).forEach((audience, count) -> assertThat(ids(hub, "agency=boverket&audience=" + audience))
                .hasSize(count.intValue()));
        assertThat(hub.json(SERVICES).has("facets")).isFalse();
    }

    @Test
    void labelsEveryValueInTheReadersLanguage(HubClient hub) {
        String facets = SERVICES + "?limit=0&facets=agency,audience,lifeEvent,businessEvent,theme,channel,"
                + "commitmentStatus,offered&language=";

        Map<String, String> swedish = labels(hub.json(facets + "sv"));
        Map<String, String> english = labels(hub.json(facets + "en"));

        // Finland's subjects are codes of a list of its own.
        assertThat(swedish)
                .allSatisfy((value, label) ->
                        assertThat(label.isEmpty()).as(value).isEqualTo(value.matches("theme=v\\d+")));
        assertThat(swedish)
                .containsEntry("lifeEvent=havingAChild", "Få barn")
                .containsEntry("businessEvent=startingABusiness", "Starta företag")
                .containsEntry("theme=buildingPermits", "Lov och anmälan")
                .containsEntry("audience=business", "Företag")
                .containsEntry("channel=eService", "E-tjänst")
                .containsEntry("commitmentStatus=missed", "Inte hållet")
                .containsEntry("offered=yes", "Erbjuds");
        assertThat(english)
                .hasSameSizeAs(swedish)
                .containsEntry("lifeEvent=havingAChild", "Having a child")
                .containsEntry("theme=buildingPermits", "Permits and notifications")
                .containsEntry("channel=eService", "E-service");
    }

    private static Map<String, String> labels(JsonNode page) {
        Map<String, String> labels = new TreeMap<>();
        page.path("facets").forEach(facet -> facet.path("values")
                .forEach(value -> labels.put(
                        facet.path("parameter").asString() + "="
                                + value.path("value").asString(),
                        value.path("label").asString(""))));
        return labels;
    }

    @Test
    void namesEveryValueThatCannotBe(HubClient hub) {
        HttpResponse<byte[]> refused =
                hub.get(SERVICES + "?audience=business,aliens&channel=pigeon&offered=maybe&sort=luck"
                        + "&commitmentStatus=broken&municipality=180&maxWorkingDays=-1&changedSince=yesterday&facets=colour"
                        + "&agency=nobody&theme=a,,b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(hub.json(refused).path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/query/audience",
                        "/query/channel",
                        "/query/offered",
                        "/query/sort",
                        "/query/commitmentStatus",
                        "/query/municipality",
                        "/query/maxWorkingDays",
                        "/query/changedSince",
                        "/query/facets",
                        "/query/agency",
                        "/query/theme");
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .contains("'aliens' is not one of privatePerson, business")
                .doesNotContain("'business' is not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=%00",
                "lifeEvent=,",
                "agency=",
                "changedSince=%2B999999999-12-31T23:59:59Z",
                "changedSince=-999999999-01-01T00:00:00Z",
                "changedSince=2026-01-01T00:00:00+01:00",
                "maxWorkingDays=1e9",
                "maxWorkingDays=NaN",
                "municipality=%D9%A0%D9%A1%D9%A8%D9%A0"
            })
    void refusesWhatNoFilterCanRead(String query, HubClient hub) {
        assertThat(hub.get(SERVICES + "?" + query).statusCode()).isEqualTo(400);
        assertThat(hub.get(SERVICES + "?" + query, "Accept", "text/csv").statusCode())
                .isEqualTo(400);
    }

    @Test
    void codesThatAgenciesMayMakeUpMatchNothingWhereNobodyHas(HubClient hub) {
        assertThat(ids(hub, "theme=alchemy")).isEmpty();
        assertThat(ids(hub, "lifeEvent=becomingAWizard")).isEmpty();
        assertThat(ids(hub, "municipality=2499")).doesNotContainAnyElementsOf(ids(hub, "agency=skelleftea"));
    }

    private static List<JsonNode> everything(HubClient hub) {
        String lines =
                new String(hub.get(SERVICES, "Accept", "application/x-ndjson").body(), StandardCharsets.UTF_8);
        return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static List<String> ids(HubClient hub, String query) {
        return pages(hub, query).stream().map(ServiceListTest::id).toList();
    }

    private static List<JsonNode> pages(HubClient hub, String query) {
        List<JsonNode> all = new ArrayList<>();
        String next = SERVICES + "?limit=100&" + query;
        while (!next.isEmpty()) {
            JsonNode page = hub.json(next);
            page.path("services").forEach(all::add);
            next = page.at("/links/next/href").asString("");
        }
        return all;
    }

    private static String id(JsonNode service) {
        return service.path("id").asString();
    }

    private static double days(JsonNode service) {
        return service.at("/typicalTime/comparable/workingDays").asDouble();
    }

    private static Map<String, Long> counts(JsonNode facet) {
        Map<String, Long> counts = new TreeMap<>();
        facet.path("values")
                .forEach(value -> counts.put(
                        value.path("value").asString(), value.path("count").asLong()));
        return counts;
    }

    private static Map<String, Long> counted(List<JsonNode> services, String pointer) {
        Map<String, Long> counts = new TreeMap<>();
        Stream<String> values =
                services.stream().map(service -> service.at(pointer).asString());
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return counts;
    }
}
