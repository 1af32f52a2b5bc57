package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(FederatedHub.class)
class ProblemAnswersTest {

    @Test
    void anUnknownIdIsNamed(HubClient hub) {
        JsonNode problem = problem(hub, hub.get("/catalog/v1/services/skatteverket-nosuchservice"), 404);

        assertThat(problem.path("type").asString()).isEqualTo("urn:tjanstenav:problem:unknown-service");
        assertThat(problem.path("detail").asString()).contains("skatteverket-nosuchservice", "/catalog/v1/services");
        assertThat(problem.path("instance").asString()).isEqualTo("/catalog/v1/services/skatteverket-nosuchservice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "..%2F..%2Fetc", "'%20OR%201=1--", "%F0%9F%92%A5", "A", "x%0D%0ASet-Cookie:a=b"})
    void anIdThatCannotBeOneIsNeverMoreThanUnknown(String id, HubClient hub) {
        HttpResponse<byte[]> response = hub.get("/catalog/v1/services/" + id);

        assertThat(response.statusCode()).isBetween(400, 404);
        problem(hub, response, response.statusCode());
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=rådgivning", "q=%ff%fe", "q=%zz", "q=%c0%ae", "q=a b", "q=[x]|{y}", "q=\u0001"})
    void aQueryThatCannotBeReadIsTheCallersFaultAndSaysSo(String query, HubClient hub) throws IOException {
        String answer = hub.raw(
                "GET /catalog/v1/services?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("\"status\":400");
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContain("Exception");
    }

    @Test
    void everyBadParameterIsNamedAtOnceWithWhatIsAllowed(HubClient hub) {
        JsonNode problem = problem(
                hub, hub.get("/catalog/v1/services?limit=1000&offset=minus&agency=nobody&language=xx&foo=1"), 400);

        assertThat(problem.path("type").asString()).isEqualTo("urn:tjanstenav:problem:invalid-request");
        List<JsonNode> errors = problem.path("errors").valueStream().toList();
        assertThat(errors)
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/query/limit", "/query/offset", "/query/agency", "/query/language", "/query/foo");
        assertThat(problem.path("detail").asString())
                .contains("0 to 100", "skatteverket", "sv, en", "Allowed: agency, audience, businessEvent");
    }

    @Test
    void aParameterGivenTwiceIsNotGuessed(HubClient hub) {
        JsonNode problem = problem(hub, hub.get("/catalog/v1/services?limit=1&limit=2"), 400);

        assertThat(problem.path("detail").asString()).contains("2 times");
    }

    @Test
    void tooManyWordsAreRefusedRatherThanSearched(HubClient hub) {
        problem(hub, hub.get("/catalog/v1/services?q=" + "a".repeat(201)), 400);
    }

    @Test
    void anAddressThatIsTooLongIsNotRead(HubClient hub) {
        String longest = "/catalog/v1/services?" + "a".repeat(2048 - "/catalog/v1/services?".length());

        problem(hub, hub.get(longest), 400);
        JsonNode problem = problem(hub, hub.get(longest + "a"), 414);
        assertThat(problem.path("detail").asString()).contains("2049", "2048");
    }

    @Test
    void aMediaTypeThatCannotBeGivenIsAnsweredWithThoseThatCan(HubClient hub) {
        JsonNode problem = problem(hub, hub.get("/catalog/v1/services", "Accept", "application/pdf"), 406);

        assertThat(problem.path("detail").asString()).contains("application/json");
    }

    @Test
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre(HubClient hub) {
        HttpResponse<byte[]> response = hub.send("DELETE", "/catalog/v1/services");

        JsonNode problem = problem(hub, response, 405);
        assertThat(problem.path("detail").asString()).contains("DELETE", "GET");
        assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void aPathWithNothingBehindItPointsToTheApi(HubClient hub) {
        JsonNode problem = problem(hub, hub.get("/catalog/v1/nothing-here"), 404);

        assertThat(problem.path("detail").asString()).contains("/catalog/v1/openapi.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name:*",
                "(((",
                "a AND OR NOT",
                "*",
                "\"",
                "flytta~",
                "[a TO z]",
                "\\",
                "%7B!xyz%7D",
                "/.*/",
                "å+ä-ö!"
            })
    void wordsThatLookLikeAQueryLanguageAreOnlyWords(String words, HubClient hub) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);

        assertThat(hub.get("/catalog/v1/services?q=" + query).statusCode()).isEqualTo(200);
    }

    private static JsonNode problem(HubClient hub, HttpResponse<byte[]> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = hub.json(response);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Exception", "se.tjanstenav");
        return problem;
    }
}
