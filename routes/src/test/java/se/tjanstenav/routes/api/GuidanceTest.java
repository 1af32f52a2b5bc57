package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** A question asked at a counter, as the one behind it is helped. */
@ExtendWith(FederatedHub.class)
class GuidanceTest {

    private static final String MONDAY_MORNING = "2026-11-30T08:00:00Z";
    private static final String CHRISTMAS_DAY = "2026-12-25T12:00:00%2B01:00";

    @Test
    void bringsTheQuestionToTheMunicipalityThatAnswersForIt(HubClient hub) {
        JsonNode answer = ask(hub, "bygglov", "0123", MONDAY_MORNING);

        assertThat(answer.at("/services/0/agency/id").asString()).isEqualTo("jarfalla");
        assertThat(answer.at("/services/0/scope").asString()).isEqualTo("municipality");
        assertThat(answer.path("services")).hasSizeLessThanOrEqualTo(3);
        assertThat(answer.path("services").valueStream().map(service -> service.at("/agency/id")
                        .asString()))
                .doesNotContain("skelleftea", "helsingborg");
        assertThat(answer.path("notKnown")).isEmpty();
        assertThat(ask(hub, "bygglov", "2482", MONDAY_MORNING)
                        .at("/services/0/agency/id")
                        .asString())
                .isEqualTo("skelleftea");
    }

    @Test
    void tellsWhichChannelIsOpenAndUntilWhen(HubClient hub) {
        JsonNode move = service(ask(hub, "flyttanmälan", "0123", MONDAY_MORNING), "skatteverket", "SKV-FLYTT");

        assertThat(move.path("scope").asString()).isEqualTo("national");
        JsonNode phone = channel(move, "phone");
        assertThat(phone.path("state").asString()).isEqualTo("open");
        assertThat(phone.path("closes").asString()).isEqualTo("2026-11-30T17:00:00Z");
        assertThat(channel(move, "eService").path("state").asString()).isEqualTo("anyTime");
        assertThat(move.at("/expectedWait/basis").asString()).isEqualTo("observed");
        assertThat(move.at("/expectedWait/processingTimes")).isNotEmpty();
        assertThat(move.at("/commitments/0/statement").asString()).isNotEmpty();
    }

    /** On Monday morning both offices are open; nobody in Göteborg goes to Stockholm for that. */
    @Test
    void tellsOfficesInOtherCountiesLast(HubClient hub) {
        assertThat(offices(ask(hub, "pass", "1480", MONDAY_MORNING)))
                .containsExactly("1480 municipality", "0180 elsewhere");
        assertThat(offices(ask(hub, "pass", "0123", MONDAY_MORNING))).containsExactly("0180 county", "1480 elsewhere");
    }

    private static List<String> offices(JsonNode answer) {
        return service(answer, "polismyndigheten", "POL-001")
                .path("channels")
                .valueStream()
                .filter(channel -> channel.path("type").asString().equals("visit"))
                .map(channel -> channel.path("municipality").asString() + " "
                        + channel.path("scope").asString())
                .toList();
    }

    @Test
    void tellsWhenItOpensNextAfterTheHolidays(HubClient hub) {
        JsonNode answer = ask(hub, "flyttanmälan", "0123", CHRISTMAS_DAY);
        JsonNode phone = channel(service(answer, "skatteverket", "SKV-FLYTT"), "phone");

        assertThat(answer.path("at").asString()).isEqualTo("2026-12-25T11:00:00Z");
        assertThat(phone.path("state").asString()).isEqualTo("closed");
        assertThat(phone.path("holiday").asBoolean()).isTrue();
        assertThat(phone.path("opens").asString()).isEqualTo("2026-12-28T07:00:00Z");
    }

    @Test
    void tellsHowLongTheQueueIsJustNow(HubClient hub) {
        JsonNode passport = service(ask(hub, "ansök om pass", "0123", MONDAY_MORNING), "polismyndigheten", "POL-001");

        assertThat(passport.at("/expectedWait/basis").asString()).isEqualTo("live");
        assertThat(passport.at("/expectedWait/waitingTimes/0/kind").asString()).isEqualTo("queue");
        assertThat(passport.at("/links/waitingTimes/href").asString()).endsWith("/waiting-times");
    }

    @Test
    void saysPlainlyWhatItDoesNotKnow(HubClient hub) {
        JsonNode nothing = ask(hub, "xqzwvkj", "0123", MONDAY_MORNING);
        assertThat(nothing.path("services")).isEmpty();
        assertThat(nothing.at("/notKnown/0/code").asString()).isEqualTo("noServiceFound");

        JsonNode elsewhere = ask(hub, "Ödåkra", "0123", MONDAY_MORNING);
        assertThat(elsewhere.path("services")).isEmpty();
        assertThat(elsewhere.at("/notKnown/0/code").asString()).isEqualTo("municipalityNotCovered");
        assertThat(elsewhere.at("/notKnown/0/reason/text").asString()).contains("Fråga kommunen");

        JsonNode anywhere = hub.json("/catalog/v1/guidance?q=bygglov");
        assertThat(codes(anywhere)).containsExactly("municipalityNotGiven");
        assertThat(anywhere.path("services").valueStream().flatMap(service -> codes(service).stream()))
                .contains("municipalityNotGiven");
        JsonNode allowance = service(ask(hub, "barnbidrag", "0123", MONDAY_MORNING), "forsakringskassan", "FK-BB");
        assertThat(allowance.at("/expectedWait/basis").asString()).isEqualTo("unknown");
        assertThat(codes(allowance)).contains("noTime");
    }

    @Test
    void answersNowAndOnlyForAShortWhile(HubClient hub) {
        HttpResponse<byte[]> response = hub.get("/catalog/v1/guidance?q=pass&language=en");

        assertThat(response.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=30")
                .doesNotContain("stale");
        assertThat(hub.json(response).path("at").asString()).endsWith("Z");
    }

    @Test
    void refusesWhatItCannotUseAllAtOnce(HubClient hub) {
        HttpResponse<byte[]> bad = hub.get("/catalog/v1/guidance?municipality=9999&at=tomorrow&when=now");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(new String(bad.body(), StandardCharsets.UTF_8))
                .contains("/query/q", "/query/municipality", "/query/at", "/query/when");
        assertThat(hub.get("/catalog/v1/guidance?q=%20").statusCode()).isEqualTo(400);
        assertThat(hub.get("/catalog/v1/guidance?q=pass&at=9999-12-31T23:59:59Z")
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode ask(HubClient hub, String question, String municipality, String at) {
        return hub.json("/catalog/v1/guidance?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)
                + "&municipality=" + municipality + "&at=" + at);
    }

    private static JsonNode service(JsonNode answer, String agency, String code) {
        String id = ServiceId.of(new ServiceKey(new AgencyId(agency), code)).value();
        return answer.path("services")
                .valueStream()
                .filter(service -> service.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not in " + answer.path("services")));
    }

    private static JsonNode channel(JsonNode service, String type) {
        return service.path("channels")
                .valueStream()
                .filter(channel -> channel.path("type").asString().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " in " + service));
    }

    private static List<String> codes(JsonNode knowing) {
        return knowing.path("notKnown")
                .valueStream()
                .map(gap -> gap.path("code").asString())
                .toList();
    }
}
