package se.tjanstenav.routes.registry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.TrialAgency;
import tools.jackson.databind.JsonNode;

/** Asking for runs, following them, and what can be done about what they could not use: over HTTP, with a real agency. */
class RunsTest {

    private static final String PLAIN = "{'code': id, 'description': {'name': {'sv': namn}}}";
    private static final String FORGIVING = "{'code': id, 'description': {'name': {'sv': namn ? namn : titel}}}";
    private static final String ENGLISH = "{'code': id, 'description': {'name': {'en': namn}}}";
    private static final FeedId SERVICES = new FeedId("provverket", "services");

    @TempDir
    private Path folder;

    private TrialAgency agency;
    private HubUnderTest hub;
    private HubClient client;

    @BeforeEach
    void start() {
        agency = new TrialAgency();
        agency.has(10);
        hub = HubUnderTest.alone(folder, agency.settings());
        client = hub.agency("provverket");
    }

    @AfterEach
    void stop() {
        agency.release();
        hub.close();
        agency.close();
    }

    @Test
    void aRunIsFollowedFromTheRequestToThePublication() {
        connect(PLAIN);
        agency.has(120);
        agency.pauses(Duration.ofMillis(500));
        hub.bean(Scheduler.class).pause();

        HttpResponse<byte[]> asked = ask(null);
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
        String location = location(asked);
        assertThat(client.json(asked).at("/runs/0/links/self/href").asString()).isEqualTo(location);
        JsonNode waiting = client.json(location);
        assertThat(waiting.path("outcome").asString()).isEqualTo("requested");
        assertThat(waiting.has("startedAt")).isFalse();
        assertThat(waiting.path("requestedBy").asString()).startsWith("Test of provverket");
        assertThat(location(ask("{\"feed\": \"services\"}"))).isEqualTo(location);

        hub.bean(Scheduler.class).resume();
        Set<Long> read = new LinkedHashSet<>();
        await().atMost(120, SECONDS).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonNode run = client.json(location);
            read.add(run.at("/counts/read").asLong());
            assertThat(run.path("outcome").asString()).isIn("requested", "running", "published");
            return run.path("outcome").asString().equals("published");
        });

        assertThat(List.copyOf(read)).isSorted().startsWith(0L).endsWith(120L).hasSizeGreaterThan(3);
        JsonNode run = client.json(location);
        assertThat(run.path("completeness").asString()).isEqualTo("complete");
        assertThat(run.path("kind").asString()).isEqualTo("harvest");
        assertThat(run.path("source").asString()).isEqualTo("provverket/services");
        assertThat(run.path("counts").toString())
                .isEqualTo("{\"read\":120,\"mapped\":120,\"unchanged\":10,\"added\":110,\"changed\":0,"
                        + "\"removed\":0,\"rejected\":0,\"warned\":0}");
        assertThat(run.path("endedAt").asString())
                .isGreaterThan(run.path("startedAt").asString());
        assertThat(hub.bean(MeterRegistry.class)
                        .get("tjanstenav.harvest.requested")
                        .tag("feed", "provverket/services")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void everyFeedOfAConnectorIsHarvestedWhereTheBodyNamesNone() {
        agency.connect(folder, "provverket", PLAIN, "services", "more");
        awaitRuns(2);

        HttpResponse<byte[]> asked = ask(null);

        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(location(asked)).isEqualTo("/registry/v1/connectors/provverket/runs");
        assertThat(client.json(asked).path("runs").valueStream().map(run -> run.path("feed")
                        .asString()))
                .containsExactly("more", "services");
        awaitRuns(4);
        JsonNode page = client.json("/registry/v1/connectors/provverket/runs?limit=1&offset=1");
        assertThat(page.path("runs")).hasSize(1);
        assertThat(page.at("/meta/total").asInt()).isEqualTo(4);
        assertThat(page.at("/links/next/href").asString())
                .isEqualTo("/registry/v1/connectors/provverket/runs?limit=1&offset=2");
        assertThat(client.json("/registry/v1/connectors/provverket/runs?offset=2")
                        .path("runs")
                        .valueStream()
                        .map(run -> run.path("requestedBy").asString()))
                .containsOnly("schedule");
    }

    @Test
    void whatIsWrongWithARequestForRunsIsTold() {
        connect(PLAIN);

        assertFault(ask("{\"feed\": \"services\", \"full\": true}"), "/full", "not known");
        assertFault(ask("{\"feed\": 1}"), "/feed", "one of services");
        assertFault(ask("{\"feed\": \"köer\"}"), "/feed", "one of services");
        assertFault(ask("["), "", "not JSON");
        assertFault(client.get("/registry/v1/connectors/provverket/runs?limit=1000"), "/query/limit", "100");
    }

    @Test
    void aRejectIsReplayedAfterTheMappingWasMended() {
        agency.has(
                List.of("{\"id\": \"T0\", \"namn\": \"Tjänst 0\"}", "{\"id\": \"T1\", \"titel\": \"Räddad tjänst\"}"));
        connect(PLAIN);
        agency.isDown(true);
        JsonNode run = runs().get(0);
        assertThat(run.at("/counts/rejected").asInt()).isEqualTo(1);
        JsonNode reject = client.json(run.at("/links/rejects/href").asString()).at("/rejects/0");
        assertThat(reject.path("number").asInt()).isEqualTo(1);
        assertThat(reject.path("externalId").asString()).isEqualTo("T1");
        assertThat(reject.path("stage").asString()).isEqualTo("check");
        assertThat(reject.path("pointer").asString()).startsWith("/");
        assertThat(reject.path("detail").asString()).isNotEmpty();
        assertThat(reject.path("excerpt").asString()).contains("Räddad tjänst");
        assertThat(reject.path("replayable").asBoolean()).isTrue();
        String replays = reject.at("/links/replays/href").asString();

        JsonNode still = client.json(location(replay(replays)));
        assertThat(still.path("outcome").asString()).isEqualTo("failed");
        assertThat(still.at("/fault/code").asString()).isEqualTo("REPLAY_REJECTED");

        Feed before = hub.bean(Connectors.class).feed(SERVICES).orElseThrow();
        agency.connect(folder, "provverket", FORGIVING, "services");
        await().atMost(60, SECONDS)
                .until(() -> hub.bean(Connectors.class).feed(SERVICES).orElseThrow() != before);
        HttpResponse<byte[]> replayed = replay(replays);

        JsonNode mended = client.json(location(replayed));
        assertThat(mended.path("kind").asString()).isEqualTo("replay");
        assertThat(mended.path("outcome").asString()).isEqualTo("published");
        assertThat(mended.path("completeness").asString()).isEqualTo("partial");
        assertThat(mended.at("/counts/added").asInt()).isEqualTo(1);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(hub.client().find("Räddad tjänst"))
                .isNotEmpty());
        assertThat(client.json(run.at("/links/rejects/href").asString())
                        .at("/rejects/0/replayable")
                        .asBoolean())
                .isFalse();
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(
                        client.json(client.send("POST", replays)).path("detail").asString())
                .contains("Nothing is kept"));
        assertThat(client.send("POST", replays.replace("/1/", "/2/")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aHarvestThatShrinksTheFeedPassesOnceItIsApproved() {
        connect(PLAIN);
        agency.has(5);
        JsonNode held = awaitEnd(location(ask(null)));
        assertThat(held.path("outcome").asString()).isEqualTo("quarantined");
        assertThat(held.at("/fault/code").asString()).isEqualTo("QUARANTINED_SHRINK");
        String approvals = held.at("/links/approvals/href").asString();
        assertThat(hub.agency("annatverk").send("POST", approvals).statusCode()).isEqualTo(404);

        HttpResponse<byte[]> approved = client.send("POST", approvals);

        assertThat(approved.statusCode()).isEqualTo(202);
        JsonNode passed = awaitEnd(location(approved));
        assertThat(passed.path("outcome").asString()).isEqualTo("published");
        assertThat(passed.path("passedWith")).isEqualTo(held.path("id"));
        assertThat(passed.at("/counts/removed").asInt()).isEqualTo(5);
        awaitTotal(5);
        assertThat(client.json(held.at("/links/self/href").asString())
                        .path("approvedBy")
                        .asString())
                .startsWith("Test of provverket");
        assertThat(client.send("POST", approvals).statusCode()).isEqualTo(409);
        assertThat(hub.bean(AuditLog.class)
                        .list(new AuditLog.Query(new AgencyId("provverket"), "provverket", 0, 10))
                        .entries())
                .extracting(entry -> entry.event().action())
                .containsExactly(AuditAction.RUN_APPROVED, AuditAction.RUN_REQUESTED);
        assertThat(client.send("POST", passed.at("/links/self/href").asString() + "/approvals")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aHarvestThatFloodsTheCatalogueIsHeldBack() {
        agency.has(20);
        connect(PLAIN);
        agency.has(101);

        JsonNode held = awaitEnd(location(ask(null)));

        assertThat(held.at("/fault/code").asString()).isEqualTo("QUARANTINED_GROWTH");
        awaitTotal(20);
        JsonNode passed = awaitEnd(location(
                hub.operator().send("POST", held.at("/links/approvals/href").asString())));
        assertThat(passed.path("requestedBy").asString()).startsWith("Operator of a test");
        awaitTotal(101);
    }

    @Test
    void aWarnedRecordIsPublishedWithItsFlag() {
        agency.has(1);
        connect(ENGLISH);

        JsonNode run = runs().get(0);

        assertThat(run.at("/counts/warned").asInt()).isEqualTo(1);
        JsonNode warning =
                client.json(run.at("/links/warnings/href").asString()).at("/warnings/0");
        assertThat(warning.path("externalId").asString()).isEqualTo("T0");
        assertThat(warning.path("code").asString()).isEqualTo("NO_SWEDISH_NAME");
        assertThat(warning.path("pointer").asString()).isEqualTo("/description/name");
        awaitTotal(1);
        String id =
                hub.client().json("/catalog/v1/services").at("/services/0/id").asString();
        assertThat(hub.client()
                        .json("/catalog/v1/services/" + id)
                        .at("/provenance/0/warnings/0")
                        .asString())
                .isEqualTo("NO_SWEDISH_NAME");
    }

    @Test
    void whatBelongsToAnotherAgencyIsUnknown() {
        agency.has(List.of("{\"id\": \"T0\", \"namn\": \"Tjänst 0\"}", "{\"id\": \"T1\"}"));
        connect(PLAIN);
        String run = runs().get(0).at("/links/self/href").asString();
        String unknown = "/registry/v1/runs/" + UUID.randomUUID();
        HubClient other = hub.agency("annatverk");
        List<String> calls = List.of(
                "GET ",
                "GET /rejects",
                "GET /warnings",
                "GET /conflicts",
                "POST /approvals",
                "POST /rejects/1/replays");

        for (String call : calls) {
            String method = call.split(" ", -1)[0];
            String rest = call.split(" ", -1)[1];
            assertThat(answer(other, method, run, rest)).as(call).isEqualTo(answer(other, method, unknown, rest));
            assertThat(other.send(method, run + rest).statusCode()).as(call).isEqualTo(404);
            assertThat(hub.client().send(method, run + rest).statusCode())
                    .as(call)
                    .isEqualTo(401);
        }
        for (String method : List.of("GET", "POST")) {
            assertThat(answer(other, method, "/registry/v1/connectors/provverket", "/runs"))
                    .isEqualTo(answer(other, method, "/registry/v1/connectors/ingenting", "/runs"));
        }
        assertThat(hub.operator().get(run).statusCode()).isEqualTo(200);
        assertThat(Stream.of("nonsense", "..", "0", "%00")
                        .map(id -> client.get("/registry/v1/runs/" + id).statusCode()))
                .allMatch(status -> status == 404 || status == 400);
    }

    private static String answer(HubClient caller, String method, String path, String rest) {
        HttpResponse<byte[]> response = caller.send(method, path + rest);
        String id = path.substring(path.lastIndexOf('/') + 1);
        return response.statusCode() + new String(response.body(), StandardCharsets.UTF_8).replace(id, "…");
    }

    private void connect(String mapping) {
        agency.connect(folder, "provverket", mapping, "services");
        awaitRuns(1);
    }

    /** Until that many runs have ended. */
    private void awaitRuns(int count) {
        await().atMost(120, SECONDS).until(() -> {
            List<JsonNode> runs = runs();
            return runs.size() == count && runs.stream().allMatch(run -> run.has("endedAt"));
        });
    }

    private List<JsonNode> runs() {
        return new ArrayList<>(client.json("/registry/v1/connectors/provverket/runs?limit=100")
                .path("runs")
                .valueStream()
                .toList());
    }

    private HttpResponse<byte[]> ask(@Nullable String body) {
        String path = "/registry/v1/connectors/provverket/runs";
        return body == null ? client.send("POST", path) : client.sendBody("POST", path, "application/json", body);
    }

    /** The agency is down meanwhile, so the feed is tried again and again; a replay has to find a moment between. */
    private HttpResponse<byte[]> replay(String path) {
        return await().atMost(60, SECONDS)
                .until(() -> client.send("POST", path), response -> response.statusCode() == 202);
    }

    private JsonNode awaitEnd(String run) {
        return await().atMost(120, SECONDS).until(() -> client.json(run), answer -> answer.has("endedAt"));
    }

    /** Search follows the publication a moment later. */
    private void awaitTotal(int services) {
        await().atMost(60, SECONDS)
                .until(
                        () -> hub.client()
                                .json("/catalog/v1/services?limit=1")
                                .at("/meta/total")
                                .asInt(),
                        total -> total == services);
    }

    private static String location(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Location").orElse("no location: " + response.statusCode());
    }

    private void assertFault(HttpResponse<byte[]> response, String pointer, String detail) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode fault = client.json(response).at("/errors/0");
        assertThat(fault.path("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.path("detail").asString()).contains(detail);
    }
}
