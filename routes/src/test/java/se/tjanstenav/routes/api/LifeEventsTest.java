package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** Life events and business events as a portal shows them. */
@ExtendWith(FederatedHub.class)
class LifeEventsTest {

    private static final String EVENTS = "/catalog/v1/life-events";
    private static final String CAFE = path("tillvaxtverket", "oppna-kafe");
    private static final String FIRST_EMPLOYEE = path("tillvaxtverket", "anstalla-forsta");
    private static final String HAVING_A_CHILD = path("skatteverket", "LH-01");

    @Test
    void listsEventsOfBothKindsByEvent(HubClient hub) {
        JsonNode all = hub.json(EVENTS + "?limit=100");

        assertThat(all.at("/meta/total").asInt()).isEqualTo(15);
        assertThat(texts(all.path("lifeEvents"), "event"))
                .isSorted()
                .contains("havingAChild", "startingABusiness", "losingAJob", "importing");
        assertThat(all.at("/lifeEvents/0/links/self/href").asString()).startsWith(EVENTS + "/");
        assertThat(texts(hub.json(EVENTS + "?kind=businessEvent").path("lifeEvents"), "kind"))
                .hasSize(8)
                .containsOnly("businessEvent");
        JsonNode starting = hub.json(EVENTS + "?event=startingABusiness&language=en&limit=1");
        assertThat(starting.at("/meta/total").asInt()).isEqualTo(2);
        assertThat(hub.json(starting.at("/links/next/href").asString()).path("lifeEvents"))
                .hasSize(1);
    }

    @Test
    void leadsThroughServicesOfManyAgenciesInOrder(HubClient hub) {
        JsonNode event = hub.json(HAVING_A_CHILD);

        assertThat(event.path("kind").asString()).isEqualTo("lifeEvent");
        assertThat(event.at("/agency/name").asString()).isEqualTo("Skatteverket");
        assertThat(event.path("homepage").asString()).endsWith("/fa-barn");
        JsonNode steps = event.path("steps");
        assertThat(texts(steps, "phase"))
                .containsExactly("before", "during", "during", "during", "during", "after", "after", "after");
        JsonNode benefit = steps.get(3);
        assertThat(benefit.at("/agency/name").asString()).isEqualTo("Försäkringskassan");
        assertThat(benefit.path("alongside").valueStream().map(JsonNode::asInt)).containsExactly(2, 3, 5);
        assertThat(hub.json(benefit.at("/service/link/href").asString())
                        .path("name")
                        .asString())
                .isEqualTo("Föräldrapenning");
        assertThat(steps.get(5).path("optional").asBoolean()).isTrue();
        assertThat(steps.get(5).path("note").asString()).contains("vårdnadshavarna");
    }

    @Test
    void namesThePiecesThatNobodyPublishes(HubClient hub) {
        JsonNode missing = hub.json(HAVING_A_CHILD + "?language=en").at("/steps/1");

        assertThat(missing.path("inCatalogue").asBoolean()).isFalse();
        assertThat(missing.path("name").asString()).isEqualTo("Confirm parenthood");
        assertThat(missing.has("service")).isFalse();
        assertThat(missing.at("/expectedTime/notCounted").asString()).isEqualTo("serviceNotInCatalogue");
        assertThat(missing.at("/expectedTime/notCountedReason/language").asString())
                .isEqualTo("en");
    }

    @Test
    void addsUpWhatWasObservedAndSaysHowSureThatIs(HubClient hub) {
        JsonNode time = hub.json(CAFE).path("expectedTime");

        // 45 minutes; then 8 working days; then 12 working days beside 2–4 weeks.
        assertThat(time.path("leastDays").decimalValue()).isEqualByComparingTo("29.1");
        assertThat(time.path("mostDays").decimalValue()).isEqualByComparingTo("39.7");
        assertThat(time.path("stepsCounted").asInt()).isEqualTo(4);
        assertThat(time.path("steps").asInt()).isEqualTo(8);
        assertThat(time.path("assumptions").toString()).contains("meanYear");
        assertThat(time.path("certainty").asString()).isEqualTo("incomplete");
        assertThat(time.at("/statement/text").asString()).startsWith("Räkna med att det tar längre tid");
        JsonNode employer = hub.json(CAFE).at("/steps/7/expectedTime");
        assertThat(employer.path("counted").asBoolean()).isFalse();
        assertThat(employer.path("notCounted").asString()).isEqualTo("optional");
        assertThat(employer.path("mostDays").decimalValue()).isGreaterThan(BigDecimal.ZERO);
    }

    @Test
    void findsTheServiceThatAnotherHasBecome(HubClient hub) {
        JsonNode step = hub.json(FIRST_EMPLOYEE).at("/steps/2");

        assertThat(step.at("/service/id").asString())
                .isEqualTo(ServiceId.of(new ServiceKey(new AgencyId("skatteverket"), "SKV-ARBGIV"))
                        .value());
        assertThat(step.at("/agency/name").asString()).isEqualTo("Skatteverket");
        assertThat(step.path("name").asString()).isEqualTo("Registrera dig som arbetsgivare");
        assertThat(step.at("/service/name").asString()).isEqualTo("Registrering som arbetsgivare");
    }

    @Test
    void saysWhereItComesFromAndHowFreshThatIs(HubClient hub) {
        JsonNode event = hub.json(CAFE);

        assertThat(event.at("/provenance/0/source").asString()).isEqualTo("tillvaxtverket/businessEvents");
        assertThat(event.at("/sourceStatus/0/status").asString()).isEqualTo("fromSource");
        assertThat(event.path("checkedOn").asString()).isEqualTo("2026-11-09");
        assertThat(event.path("changedAtSource").asString()).isEqualTo("2026-11-10T07:00:00Z");
    }

    @Test
    void answersUnchangedToWhoHasIt(HubClient hub) {
        HttpResponse<byte[]> first = hub.get(CAFE + "?language=en");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Content-Language")).contains("en");
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("stale-while-revalidate");
        assertThat(hub.get(CAFE + "?language=en", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(hub.get(CAFE, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoKindAndNoEvent(HubClient hub) {
        HttpResponse<byte[]> bad = hub.get(EVENTS + "?kind=deathEvent&limit=0x");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(new String(bad.body(), StandardCharsets.UTF_8))
                .contains("/query/kind")
                .contains("/query/limit");

        HttpResponse<byte[]> unknown = hub.get(EVENTS + "/tillvaxtverket-nothing");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(hub.json(unknown).path("type").asString()).isEqualTo("urn:tjanstenav:problem:unknown-life-event");
    }

    private static String path(String agency, String code) {
        return EVENTS + "/" + JourneyId.of(new ServiceKey(new AgencyId(agency), code));
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asString()).toList();
    }
}
