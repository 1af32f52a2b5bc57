package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import se.tjanstenav.routes.CountedWork;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

@ExtendWith(FederatedHub.class)
class HttpBehaviourTest {

    @ParameterizedTest
    @ValueSource(strings = {"detail", "/catalog/v1/services?q=flytta"})
    void aReadyAnswerCostsNoSqlNoSearchAndNoJson(String asked, HubClient hub) {
        String path = path(asked, hub);
        byte[] first = hub.get(path).body();
        hub.get(path, "Accept-Encoding", "gzip");
        long renderings = CountedWork.RENDERINGS.get();
        long calls = CountedWork.CATALOGUE_CALLS.get();
        long connections = CountedWork.CONNECTIONS.get();
        assertThat(List.of(renderings, calls, connections)).allMatch(counted -> counted > 0);
        for (int i = 0; i < 50; i++) {
            assertThat(hub.get(path).body()).isEqualTo(first);
            assertThat(hub.get(path, "Accept-Encoding", "gzip").statusCode()).isEqualTo(200);
        }

        assertThat(CountedWork.RENDERINGS).hasValue(renderings);
        assertThat(CountedWork.CATALOGUE_CALLS).hasValue(calls);
        assertThat(CountedWork.CONNECTIONS).hasValue(connections);
    }

    @Test
    void theGzippedAnswerIsTheSameAnswer(HubClient hub) throws IOException {
        String path = "/catalog/v1/services/" + hub.idOf("Byta efternamn eller förnamn");

        HttpResponse<byte[]> plain = hub.get(path);
        HttpResponse<byte[]> zipped = hub.get(path, "Accept-Encoding", "br;q=1.0, gzip;q=0.8");
        HttpResponse<byte[]> refused = hub.get(path, "Accept-Encoding", "gzip;q=0");

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.body()).hasSizeLessThan(plain.body().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(plain.headers().allValues("Vary").toString())
                .contains("Accept-Encoding")
                .contains("Accept-Language");
    }

    @Test
    void anUnchangedAnswerIsNotSentAgain(HubClient hub) {
        String path = "/catalog/v1/services/" + hub.idOf("Momsregistrering");
        String etag = header(hub.get(path), "ETag");

        HttpResponse<byte[]> again = hub.get(path, "If-None-Match", etag);
        HttpResponse<byte[]> other = hub.get(path, "If-None-Match", "\"something-else\"");

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(etag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    /** What lies ready has a tag of its own for each coding; what is compressed on its way has a weak one. */
    @ParameterizedTest
    @CsvSource({
        "/catalog/v1/services?limit=7, \"",
        "/catalog/v1/services?q=flytta, \"",
        "/catalog/v1/sources, W/\"",
        "/catalog/v1/api-info, W/\"",
        "/catalog/v1/openapi.json, W/\""
    })
    void everyAnswerCanBeAskedForConditionally(String path, String tag, HubClient hub) {
        HttpResponse<byte[]> first = hub.get(path);
        String etag = header(first, "ETag");

        HttpResponse<byte[]> again = hub.get(path, "If-None-Match", etag);
        HttpResponse<byte[]> head = hub.send("HEAD", path);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(etag).startsWith(tag).matches("(W/)?\"[\\w-]+\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "Cache-Control")).isEqualTo(header(first, "Cache-Control"));
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(etag);
        assertThat(header(head, "Content-Type")).isEqualTo(header(first, "Content-Type"));
    }

    @Test
    void longAnswersAreCompressedThoughTheyBearATag(HubClient hub) {
        HttpResponse<byte[]> list = hub.get("/catalog/v1/agencies", "Accept-Encoding", "gzip");

        assertThat(header(list, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(list, "ETag")).isEqualTo(header(hub.get("/catalog/v1/agencies"), "ETag"));
    }

    @Test
    void aPageThatLiesReadyLiesCompressedToo(HubClient hub) {
        String path = "/catalog/v1/services?limit=100";

        HttpResponse<byte[]> zipped = hub.get(path, "Accept-Encoding", "gzip");

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "ETag"))
                .isEqualTo(header(hub.get(path), "ETag").replaceFirst("\"$", "-gzip\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/catalog/v1/services?q=id&limit=3", "/catalog/v1/services?limit=7&language=en", "detail"})
    void whatLiesReadyIsSentAsTheControllerSendsIt(String path, HubClient hub) {
        String asked = path(path, hub);
        hub.get(asked, "Accept-Language", "fi, sv;q=0.5");

        HttpResponse<byte[]> ready = hub.get(asked, "Accept-Language", "fi, sv;q=0.5");
        // A quality makes it an unusual request, which no filter answers.
        HttpResponse<byte[]> made =
                hub.get(asked, "Accept-Language", "fi, sv;q=0.5", "Accept", "application/json;q=0.9");

        assertThat(ready.body()).isEqualTo(made.body());
        assertThat(comparable(ready)).isEqualTo(comparable(made)).containsKeys("etag", "vary", "cache-control");
        assertThat(header(ready, "ETag")).startsWith("\"");
    }

    private static String path(String asked, HubClient hub) {
        return asked.equals("detail") ? "/catalog/v1/services/" + hub.idOf("Barnbidrag") : asked;
    }

    private static Map<String, List<String>> comparable(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "traceparent"));
        return headers;
    }

    @Test
    void tellsCachesHowLongAndWhenStale(HubClient hub) {
        HttpResponse<byte[]> response = hub.get("/catalog/v1/services/" + hub.idOf("Barnbidrag"));

        assertThat(header(response, "Cache-Control"))
                .contains("public", "max-age=60", "stale-while-revalidate", "stale-if-error");
        assertThat(header(response, "Content-Language")).isEqualTo("sv");
        assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aHeadHasTheHeadersOfTheGetAndNoBody(HubClient hub) {
        String path = "/catalog/v1/services/" + hub.idOf("Barnbidrag");

        HttpResponse<byte[]> head = hub.send("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(header(hub.get(path), "ETag"));
    }

    @Test
    void anyWebPageMayRead(HubClient hub) {
        HttpResponse<byte[]> response = hub.get("/catalog/v1/sources", "Origin", "https://portal.example");

        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Expose-Headers")).contains("ETag", "Retry-After", "traceparent");
    }

    @Test
    void aBrowserMayAskFirst(HubClient hub) {
        HttpResponse<byte[]> allowed = hub.send(
                "OPTIONS",
                "/catalog/v1/services",
                "Origin",
                "https://portal.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "if-none-match, traceparent");
        HttpResponse<byte[]> refused = hub.send(
                "OPTIONS",
                "/catalog/v1/services",
                "Origin",
                "https://portal.example",
                "Access-Control-Request-Method",
                "DELETE");

        assertThat(allowed.statusCode()).isEqualTo(200);
        assertThat(header(allowed, "Access-Control-Allow-Headers")).contains("if-none-match", "traceparent");
        assertThat(header(allowed, "Access-Control-Max-Age")).isEqualTo("3600");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(header(hub.send("OPTIONS", "/catalog/v1/services"), "Allow")).contains("GET", "HEAD", "OPTIONS");
    }

    @Test
    void speaksHttp2(HubClient hub) {
        HttpResponse<byte[]> response = hub.overHttp2().get("/catalog/v1/services?limit=3");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(hub.json(response).path("services")).hasSize(3);
    }

    /** Longer than the window with which a connection begins; the first request of one asks for the upgrade. */
    @Test
    void sendsLongAnswersOverHttp2(HubClient hub) {
        byte[] plain = hub.get("/catalog/v1/linked-data").body();

        HttpResponse<byte[]> response = hub.overHttp2().get("/catalog/v1/linked-data");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.body()).hasSameSizeAs(plain).hasSizeGreaterThan(200_000);
    }

    @Test
    void pagesFollowEachOtherByTheirLinks(HubClient hub) {
        JsonNode first = hub.json("/catalog/v1/services?agency=skatteverket&limit=4");
        JsonNode second = hub.json(first.at("/links/next/href").asString());
        JsonNode third = hub.json(second.at("/links/next/href").asString());

        assertThat(first.at("/meta/total").asInt()).isEqualTo(10);
        assertThat(first.path("links").has("prev")).isFalse();
        assertThat(second.at("/meta/offset").asInt()).isEqualTo(4);
        assertThat(third.path("services")).hasSize(2);
        assertThat(third.path("links").has("next")).isFalse();
        assertThat(third.at("/links/self/href").asString()).contains("agency=skatteverket");
    }

    @Test
    void pastTheEndIsAnEmptyPage(HubClient hub) {
        HttpResponse<byte[]> response = hub.get("/catalog/v1/services?offset=5000");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(hub.json(response).path("services")).isEmpty();
    }

    @Test
    void aLinkKeepsWordsWithSpecialCharacters(HubClient hub) {
        JsonNode page = hub.json("/catalog/v1/services?limit=1&q=starta+%26+driva+f%C3%B6retag%20100%25");

        String self = page.at("/links/self/href").asString();

        assertThat(hub.json(self).path("meta")).isEqualTo(page.path("meta"));
        assertThat(self).contains("q=starta%20%26%20driva%20f%C3%B6retag%20100%25");
    }

    @Test
    void saysWhatItIs(HubClient hub) {
        JsonNode info = hub.json("/catalog/v1/api-info");

        assertThat(info.path("apiName").asString()).isEqualTo("Tjänstenav");
        assertThat(info.path("apiVersion").asString()).isEqualTo("0.1.0");
        assertThat(info.path("apiStatus").asString()).isEqualTo("beta");
        assertThat(info.has("apiReleased")).isTrue();
        assertThat(info.has("apiDocumentation")).isTrue();
    }

    @Test
    void isWatchedByHealthAndMetrics(HubClient hub) {
        hub.get("/catalog/v1/services/" + hub.idOf("Barnbidrag"));

        assertThat(hub.json("/actuator/health").path("status").asString()).isEqualTo("UP");
        assertThat(hub.json("/actuator/health/liveness").path("status").asString())
                .isEqualTo("UP");
        assertThat(hub.json("/actuator/health/readiness").path("status").asString())
                .isEqualTo("UP");
        String metrics = new String(hub.get("/actuator/prometheus").body(), StandardCharsets.UTF_8);
        assertThat(metrics)
                .contains("tjanstenav_harvest_records_total{fate=\"added\",feed=\"skatteverket/services\"} 10")
                .contains("tjanstenav_harvest_duration_seconds_count{feed=\"bolagsverket/services\"")
                .contains("tjanstenav_source_age_seconds{feed=\"forsakringskassan/commitments\"}")
                .contains("cache_gets_total");
    }

    @Test
    void answersOnVirtualThreadsWhereTheJdkHasThem(HubUnderTest hub) {
        boolean expected = Runtime.version().feature() >= 21;

        assertThat(Threading.VIRTUAL.isActive(hub.bean(Environment.class))).isEqualTo(expected);
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
