package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every keyword of a REST mapping, on an agency made for it. */
class DialectTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AGENCY = "probe-dialects";
    private static final String HOST = "api.probe.example";
    private static final Instant CALM = Instant.parse("2026-11-20T05:00:00Z");
    private static final Instant RUSH = Instant.parse("2026-11-20T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(CALM);
    private StubAgencies agencies;
    private StubClient client;

    @BeforeEach
    void start() {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        agencies = StubAgencies.builder()
                .folders(AGENCY, "probe-limits")
                .clock(clock)
                .start();
        client = new StubClient(agencies);
    }

    @AfterEach
    void stop() {
        client.close();
        agencies.close();
    }

    @Test
    void countsPagesAndFillsEveryPlaceholder() throws IOException {
        JsonNode page = json("/v1/paged?antal=3&sida=1&sprak=sv");
        assertThat(codes(page.path("items"))).containsExactly("P-4", "P-5", "P-6");
        assertThat(page.path("note").asString()).startsWith("Stub");
        assertThat(page.path("total").asInt()).isEqualTo(7);
        assertThat(page.path("count").asInt()).isEqualTo(3);
        assertThat(page.path("offset").asInt()).isEqualTo(3);
        assertThat(page.path("limit").asInt()).isEqualTo(3);
        assertThat(page.path("page").asInt()).isEqualTo(1);
        assertThat(page.path("pages").asInt()).isEqualTo(3);
        assertThat(page.path("next").asString()).isEqualTo("2");
        assertThat(page.path("nextUrl").asString())
                .startsWith("https://" + HOST)
                .endsWith("/v1/paged?sprak=sv&sida=2&antal=3");
        JsonNode last = json("/v1/paged?sida=2");
        assertThat(codes(last.path("items"))).containsExactly("P-7");
        assertThat(last.path("next").isNull()).isTrue();
        assertThat(last.path("nextUrl").isNull()).isTrue();
    }

    @Test
    void answersAnEmptyPagePastTheEnd() throws IOException {
        assertThat(json("/v1/paged?sida=9").path("items").size()).isZero();
        assertThat(JSON.readTree(get("/v1/linked?page=9").body()).size()).isZero();
        assertThat(get("/v1/linked?page=9").header("Link")).isEmpty();
        assertThat(get("/v1/tjanster.xml?page=9").body()).contains("<tjanster>").doesNotContain("<tjanst ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/paged?sida=-1",
                "/v1/paged?antal=51",
                "/v1/paged?sida=x",
                "/v1/lying?page=0",
                "/v1/cursored?after=zzz",
                "/v1/conditional?andradSedan=soon"
            })
    void refusesNumbersCursorsAndDatesThatMeanNothing(String path) throws IOException {
        StubClient.Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).path("fel").asString()).isNotBlank();
    }

    @Test
    void followsCursorsToTheEnd() throws IOException {
        JsonNode first = json("/v1/cursored");
        assertThat(first.path("items").size()).isEqualTo(5);
        JsonNode second = json("/v1/cursored?after=" + first.path("next").asString());
        assertThat(codes(second.path("items"))).containsExactly("P-6", "P-7");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void tellsTotalsThatLieDifferentlyOnEachPage() throws IOException {
        assertThat(json("/v1/lying").path("total").asInt()).isEqualTo(10);
        assertThat(json("/v1/lying?page=2").path("total").asInt()).isEqualTo(11);
        assertThat(codes(json("/v1/lying?page=2").path("items"))).containsExactly("P-4", "P-5", "P-6");
    }

    @Test
    void linksFromPageToPage() throws IOException {
        List<String> all = new ArrayList<>();
        String path = "/v1/linked";
        while (!path.isEmpty()) {
            StubClient.Answer answer = get(path);
            all.addAll(codes(JSON.readTree(answer.body())));
            Matcher link = Pattern.compile("<https://[^/]+(/v1/linked\\?page=\\d&limit=3)>; rel=\"next\"")
                    .matcher(answer.header("Link"));
            path = link.matches() ? link.group(1) : "";
        }
        assertThat(all).containsExactlyInAnyOrder("P-1", "P-2", "P-3", "P-4", "P-5", "P-6", "P-7");
    }

    @Test
    void reordersRecordsAndTextsAtEachCallWithoutMovingThemToAnotherPage() throws IOException {
        List<String> first = reordered();
        List<String> second = reordered();
        assertThat(first).isEqualTo(List.of("P-2", "P-3", "P-1", "två tre ett"));
        assertThat(second).isEqualTo(List.of("P-3", "P-1", "P-2", "tre ett två"));
    }

    @Test
    void answersNotModifiedUntilSomethingIs() throws IOException {
        StubClient.Answer known = get("/v1/conditional");
        String tag = known.header("ETag");
        String date = known.header("Last-Modified");
        assertThat(tag).startsWith("\"");
        assertThat(date).isEqualTo("Fri, 20 Nov 2026 05:00:00 GMT");
        now.set(RUSH);
        StubClient.Answer unchanged = get("/v1/conditional", "If-None-Match", "\"other\", " + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).isEqualTo(tag);
        assertThat(get("/v1/conditional", "If-Modified-Since", date).status()).isEqualTo(304);
        agencies.revise(AGENCY, "services.json", "Prov nummer 1", "Nytt namn");
        assertThat(get("/v1/conditional", "If-None-Match", tag).status()).isEqualTo(200);
        StubClient.Answer changed = get("/v1/conditional", "If-Modified-Since", date);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).contains("Nytt namn");
        assertThat(changed.header("Last-Modified")).isEqualTo("Fri, 20 Nov 2026 10:00:00 GMT");
        assertThat(get("/v1/conditional", "If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesOnlyWhatChangedSince() throws IOException {
        assertThat(codes(json("/v1/conditional"))).hasSize(7);
        assertThat(codes(json("/v1/conditional?andradSedan=2026-11-14"))).containsExactly("P-5", "P-6");
        assertThat(codes(json("/v1/conditional?andradSedan=2026-11-14T22:30:00Z")))
                .containsExactly("P-5", "P-6");
        assertThat(codes(json("/v1/conditional?andradSedan=2026-11-14T22:30:01Z")))
                .containsExactly("P-6");
    }

    @Test
    void servesXmlPageByPage() throws IOException {
        StubClient.Answer answer = get("/v1/tjanster.xml?page=2");
        assertThat(answer.header("Content-Type")).isEqualTo("application/xml;charset=utf-8");
        assertThat(answer.body())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svar xmlns=\"urn:probe\">\n  <tjanster>\n"
                        + "    <tjanst kod=\"X-3\"><namn>Ändra</namn></tjanst>\n  </tjanster>\n  <slut/>\n</svar>\n");
    }

    @Test
    void servesCsvInTheCharacterSetItDeclares() throws IOException {
        StubClient.Answer answer = get("/v1/tjanster.csv?efter=2026-11-02");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=iso-8859-1");
        assertThat(new String(answer.bytes(), ISO_8859_1)).isEqualTo("kod;namn;andrad\nC-2;Överklaga;2026-11-20\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/paged", "/v1/conditional", "/v1/tjanster.xml", "/v1/tjanster.csv", "/ko/v1/kontor"})
    void leavesRecordsOutOfEveryFormat(String path) throws IOException {
        agencies.fault(AGENCY, Fault.EMPTY);
        StubClient.Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty().doesNotContain("P-1", "X-1", "C-1", "norr");
    }

    @Test
    void letsQueuesGrowAndShrinkOverTheDay() throws IOException {
        JsonNode calm = json("/ko/v1/kontor").at("/kontor/0/ko");
        assertThat(calm.path("vantetidMinuter").asInt()).isEqualTo(20);
        assertThat(calm.path("iKo").asInt()).isEqualTo(5);
        assertThat(calm.path("uppmatt").asString()).isEqualTo("2026-11-20T06:00:00+01:00");
        now.set(RUSH);
        JsonNode one = json("/ko/v1/kontor/norr");
        assertThat(one.path("namn").asString()).isEqualTo("Norr");
        assertThat(one.at("/ko/vantetidMinuter").asInt()).isGreaterThan(40);
        assertThat(one.at("/ko/iKo").asInt()).isGreaterThan(10);
        assertThat(one.at("/ko/uppmatt").asString()).isEqualTo("2026-11-20T11:00:00+01:00");
        assertThat(get("/ko/v1/kontor/vaster").status()).isEqualTo(404);
    }

    @Test
    void wantsTheApiKeyInItsHeader() throws IOException {
        String key = agencies.secrets().getOrDefault("probe-limits-api-key", "");
        StubClient.Answer missing = client.get("api.limits.example", "/v1");
        assertThat(missing.status()).isEqualTo(401);
        assertThat(missing.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JSON.readTree(missing.body()).path("detail").asString()).contains("X-Api-Key is missing");
        assertThat(limited("wrong").status()).isEqualTo(401);
        now.set(RUSH);
        assertThat(limited(key).body()).contains("L-1");
    }

    @Test
    void tellsWhenToComeBackBeyondTheRateLimit() throws IOException {
        String key = agencies.secrets().getOrDefault("probe-limits-api-key", "");
        assertThat(limited(key).status()).isEqualTo(200);
        now.updateAndGet(time -> time.plusSeconds(2));
        assertThat(limited(key).status()).isEqualTo(200);
        StubClient.Answer refused = limited(key);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(refused.body()).doesNotContain("L-1");
        now.updateAndGet(time -> time.plusSeconds(3));
        assertThat(limited(key).status()).isEqualTo(200);
        assertThat(limited(key).status()).isEqualTo(429);
    }

    private List<String> reordered() throws IOException {
        JsonNode page = json("/v1/linked");
        List<String> order = codes(page);
        order.add(page.at("/0/ord")
                .valueStream()
                .map(JsonNode::asString)
                .reduce("", (a, b) -> a + " " + b)
                .strip());
        return order;
    }

    private StubClient.Answer limited(String key) throws IOException {
        return client.get("api.limits.example", "/v1", "X-Api-Key", key);
    }

    private StubClient.Answer get(String path, String... headers) throws IOException {
        return client.get(HOST, path, headers);
    }

    private JsonNode json(String path) throws IOException {
        StubClient.Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static List<String> codes(JsonNode records) {
        List<String> codes = new ArrayList<>();
        records.forEach(each -> codes.add(each.path("kod").asString()));
        return codes;
    }
}
