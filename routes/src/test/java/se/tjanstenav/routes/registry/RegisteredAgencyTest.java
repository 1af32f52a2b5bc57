package se.tjanstenav.routes.registry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** One more agency connects itself, from its first attempt to its history, while the hub runs. */
class RegisteredAgencyTest {

    private static final String CONNECTOR = "/registry/v1/connectors/grannkommun";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    /** Asks the stub of another municipality, whose records do as well. */
    private static final String DESCRIPTOR = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: grannkommun, agency: grannkommun, title: Grannkommunen, owner: it@grannkommun.example}
            spec:
              egress: {hosts: [api.skelleftea.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  freshness: {fresh: 2h}
                  request: {path: /kontaktcenter/v1/tjanster}
                  pagination: {type: offset, parameter: offset, sizeParameter: limit, size: 50, total: /meta/total}
                  response: {format: json, records: /data, id: /artikel_id}
                  mapping: {language: jsonata, expression: "{'code': artikel_id, 'description': {'name': titel}}"}
            """;

    private static final String PREFIXED =
            DESCRIPTOR.replace("{'name': titel}", "{'name': {'sv': 'Grannens ' & titel.sv}}");

    @TempDir
    private Path folder;

    private StubAgencies agencies;
    private HubUnderTest hub;
    private HubClient client;
    private HubClient anna;
    private HubClient bo;

    @BeforeEach
    void start() throws IOException {
        agencies = StubAgencies.launch("skelleftea");
        begin();
        anna = hub.agency("grannkommun");
        bo = hub.agency("grannkommun");
    }

    private void begin() throws IOException {
        // Only what a change does at once makes it run; nobody looks again meanwhile.
        hub = HubUnderTest.start(agencies, folder, "--tjanstenav.connectors.look-again-every=1h");
        client = hub.client();
    }

    @AfterEach
    void stop() {
        hub.close();
        agencies.close();
    }

    @Test
    void goesFromItsFirstFaultsToTheCatalogueWithoutARestart() {
        HttpResponse<byte[]> faulty = anna.sendBody(
                "POST", "/registry/v1/connectors", YAML, DESCRIPTOR.replace("records: /data", "recods: /data"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(client.json(faulty).path("errors").valueStream()).anySatisfy(error -> {
            assertThat(error.path("pointer").asString()).isEqualTo("/spec/feeds/0/response/recods");
            assertThat(error.path("line").asInt()).isEqualTo(13);
            assertThat(error.path("column").asInt()).isEqualTo(32);
            assertThat(error.path("remedy").asString()).contains("Did you mean 'records'");
        });
        assertThat(anna.json("/registry/v1/connectors").at("/meta/total").asInt())
                .isZero();

        HttpResponse<byte[]> posted = anna.sendBody("POST", "/registry/v1/connectors", YAML, DESCRIPTOR);
        assertThat(posted.statusCode()).isEqualTo(201);
        String version = posted.headers().firstValue("Location").orElseThrow();
        assertThat(version).isEqualTo(CONNECTOR + "/versions/1");
        assertThat(anna.json(version).path("status").asString()).isEqualTo("draft");
        assertThat(new String(anna.get(version, "Accept", YAML).body(), StandardCharsets.UTF_8))
                .isEqualTo(DESCRIPTOR);

        assertThat(status(anna.send("POST", version + "/validations"))).isEqualTo("validated");
        assertThat(anna.send("POST", version + "/approvals").statusCode()).isEqualTo(403);
        assertThat(status(bo.send("POST", version + "/approvals"))).isEqualTo("approved");
        assertThat(total()).isZero();
        assertThat(put("{\"state\": \"active\", \"version\": 1}").statusCode()).isEqualTo(200);

        awaitServices();
        assertThat(anna.json(CONNECTOR).path("state").asString()).isEqualTo("active");
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(client.statusOf("grannkommun/services"))
                .isEqualTo("fromSource"));
    }

    @Test
    void isChangedRolledBackAndPausedAndKeepsItsData() {
        activate(DESCRIPTOR);
        awaitServices();
        activate(PREFIXED);
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(firstName()).startsWith("Grannens "));

        HttpResponse<byte[]> back = anna.sendBody("POST", CONNECTOR + "/rollbacks", JSON, "{\"version\": 1}");
        assertThat(back.statusCode()).isEqualTo(200);
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(firstName()).doesNotStartWith("Grannens "));

        assertThat(put("{\"state\": \"paused\"}").statusCode()).isEqualTo(200);
        assertThat(anna.json(CONNECTOR).path("state").asString()).isEqualTo("paused");
        assertThat(total()).isEqualTo(10);
        assertThat(anna.send("DELETE", CONNECTOR).statusCode()).isEqualTo(409);
    }

    @Test
    void isHeldBackWhenItsServicesVanishUntilSomebodyApprovesThat() {
        activate(DESCRIPTOR);
        awaitServices();
        agencies.fault("skelleftea", Fault.SHRUNK);

        JsonNode held = awaitEnd(anna.send("POST", CONNECTOR + "/runs"));

        assertThat(held.path("outcome").asString()).isEqualTo("quarantined");
        awaitState("quarantined");
        assertThat(anna.json(CONNECTOR + "/state").path("state").asString()).isEqualTo("quarantined");
        assertThat(anna.json("/registry/v1/connectors")
                        .at("/connectors/0/state")
                        .asString())
                .isEqualTo("quarantined");
        assertThat(total()).isEqualTo(10);

        JsonNode passed =
                awaitEnd(bo.send("POST", held.at("/links/approvals/href").asString()));

        assertThat(passed.path("outcome").asString()).isEqualTo("published");
        awaitState("active");
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(total()).isLessThan(8));
    }

    @Test
    void isStillThereAfterARestart() throws IOException {
        activate(DESCRIPTOR);
        awaitServices();
        JsonNode before = anna.json(CONNECTOR + "/versions");

        hub.close();
        begin();
        HubClient operator = hub.operator();

        assertThat(operator.json(CONNECTOR).path("state").asString()).isEqualTo("active");
        assertThat(operator.json(CONNECTOR + "/versions").path("versions")).isEqualTo(before.path("versions"));
        assertThat(hub.bean(Connectors.class).feeds())
                .anySatisfy(feed -> assertThat(feed.id().path()).isEqualTo("grannkommun/services"));
        assertThat(operator.json("/registry/v1/audit?connector=grannkommun")
                        .path("audit")
                        .valueStream()
                        .map(row -> row.path("action").asString()))
                .containsExactly("versionActivated", "versionApproved", "versionValidated", "connectorRegistered");
        assertThat(operator.json("/registry/v1/audit?connector=grannkommun")
                        .at("/audit/0/by")
                        .asString())
                .startsWith("Test of grannkommun");
    }

    private void activate(String descriptor) {
        boolean first = anna.get(CONNECTOR).statusCode() == 404;
        HttpResponse<byte[]> posted =
                anna.sendBody("POST", first ? "/registry/v1/connectors" : CONNECTOR + "/versions", YAML, descriptor);
        String version = posted.headers().firstValue("Location").orElseThrow();
        assertThat(status(anna.send("POST", version + "/validations"))).isEqualTo("validated");
        assertThat(status(bo.send("POST", version + "/approvals"))).isEqualTo("approved");
        int number = client.json(posted).path("version").asInt();
        assertThat(put("{\"state\": \"active\", \"version\": %d}".formatted(number))
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode awaitEnd(HttpResponse<byte[]> asked) {
        assertThat(asked.statusCode()).isEqualTo(202);
        String run = asked.headers().firstValue("Location").orElseThrow();
        return await().atMost(120, SECONDS).until(() -> anna.json(run), answer -> answer.has("endedAt"));
    }

    /** The state follows a run's end a moment later. */
    private void awaitState(String state) {
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(
                        anna.json(CONNECTOR).path("state").asString())
                .isEqualTo(state));
    }

    private HttpResponse<byte[]> put(String state) {
        return anna.sendBody("PUT", CONNECTOR + "/state", JSON, state);
    }

    private String status(HttpResponse<byte[]> response) {
        return client.json(response).path("status").asString();
    }

    private void awaitServices() {
        await().atMost(90, SECONDS).untilAsserted(() -> assertThat(total()).isEqualTo(10));
    }

    private int total() {
        return client.json("/catalog/v1/services?agency=grannkommun")
                .at("/meta/total")
                .asInt();
    }

    private String firstName() {
        return client.json("/catalog/v1/services?agency=grannkommun&limit=1")
                .at("/services/0/name")
                .asString();
    }
}
