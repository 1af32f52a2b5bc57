package se.tjanstenav.routes.registry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** An agency tries descriptors through the API of a hub that harvests the same agency. */
class TrialsTest {

    private static final String VALIDATIONS = "/registry/v1/validations";
    private static final String DRY_RUNS = "/registry/v1/dry-runs";
    private static final String YAML = "application/yaml";
    private static final Path FILE = Path.of(
            "..",
            "connectors",
            "src",
            "main",
            "resources",
            "se",
            "tjanstenav",
            "connectors",
            "agencies",
            "skelleftea",
            "connector.yaml");
    private static final String NAME = "Anmäl eldstad och rökkanal";

    @TempDir
    private static Path folder;

    private static StubAgencies stubs;
    private static HubUnderTest hub;
    private static HubClient agency;
    private static HubClient neighbour;
    private static String descriptor;

    @BeforeAll
    static void start() throws IOException {
        descriptor = Files.readString(FILE)
                .lines()
                .filter(line -> !line.strip().startsWith("tests:"))
                .collect(Collectors.joining("\n", "", "\n"));
        stubs = StubAgencies.launch("skelleftea");
        hub = HubUnderTest.start(stubs, folder, "--tjanstenav.dry-run.deadline=45s");
        agency = hub.agency("skelleftea");
        neighbour = hub.agency("lindby");
        await().atMost(120, SECONDS)
                .untilAsserted(() -> assertThat(List.of("services", "processingTimes", "commitments"))
                        .allSatisfy(feed -> assertThat(hub.client().statusOf("skelleftea/" + feed))
                                .isEqualTo("fromSource")));
    }

    @AfterAll
    static void stop() {
        hub.close();
        stubs.close();
    }

    @BeforeEach
    void calm() {
        stubs.calm();
    }

    @Test
    void listsEveryFaultOfATextWithItsPlaceAndWhatToDo() {
        String faulty = descriptor.replace("records: /data", "recods: /data").replace("sokord.{", "sokord.{{");
        HttpResponse<byte[]> answer = agency.sendBody("POST", VALIDATIONS, YAML, faulty);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        JsonNode validation = agency.json(answer);
        assertThat(validation.path("valid").asBoolean()).isFalse();
        assertThat(validation.path("connector").asString()).isEqualTo("skelleftea");
        assertThat(validation.path("faults").valueStream())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(fault -> {
                    assertThat(fault.path("line").asInt()).isPositive();
                    assertThat(fault.path("column").asInt()).isPositive();
                    assertThat(fault.path("problem").asString()).isNotBlank();
                    assertThat(fault.path("remedy").asString()).isNotBlank();
                })
                .anySatisfy(fault -> {
                    assertThat(fault.path("pointer").asString()).isEqualTo("/spec/feeds/0/mapping/expression");
                    assertThat(faulty.lines().toList().get(fault.path("line").asInt() - 1))
                            .contains("sokord.{{");
                });
        assertThat(agency.json(agency.sendBody("POST", VALIDATIONS, YAML, descriptor))
                        .path("valid")
                        .asBoolean())
                .isTrue();
        assertThat(agency.json("/registry/v1/connectors").at("/meta/total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/yaml | a: [               | 200
            application/yaml | {a: 1, a: 2}       | 200
            application/json | {"a": 1,}          | 200
            text/plain       | a: 1               | 415
            """)
    void readsWhatItIsSentAsFarAsItGoes(String type, String body, int status) {
        for (String path : List.of(VALIDATIONS, DRY_RUNS)) {
            HttpResponse<byte[]> answer = agency.sendBody("POST", path, type, body);
            assertThat(answer.statusCode()).isEqualTo(status);
            if (status == 200) {
                assertThat(agency.json(answer).path("faults").valueStream()).isNotEmpty();
            }
        }
    }

    @Test
    void refusesWhatCannotBeTried() {
        String tooLarge = descriptor + "#" + "x".repeat(600_000);
        assertThat(agency.sendBody("POST", VALIDATIONS, YAML, tooLarge).statusCode())
                .isEqualTo(413);
        assertThat(agency.sendBody("POST", DRY_RUNS, YAML, tooLarge).statusCode())
                .isEqualTo(413);
        assertThat(hub.client().sendBody("POST", DRY_RUNS, YAML, descriptor).statusCode())
                .isEqualTo(401);
        HttpResponse<byte[]> many = agency.sendBody("POST", DRY_RUNS + "?records=101&limit=1", YAML, descriptor);
        assertThat(many.statusCode()).isEqualTo(400);
        assertThat(agency.json(many).path("errors").size()).isEqualTo(2);
        HttpResponse<byte[]> unknown = agency.sendBody("POST", DRY_RUNS + "?feed=nothing", YAML, descriptor);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(agency.json(unknown).at("/errors/0/pointer").asString()).isEqualTo("/query/feed");
    }

    @Test
    void tellsWhatTheAgencyHasChangedAndWritesNothing() {
        stubs.revise("skelleftea", "tjanster.json", NAME, "Anmäl kamin");
        try {
            List<String> before = rows();
            JsonNode report =
                    agency.json(agency.sendBody("POST", DRY_RUNS + "?records=100&feed=services", YAML, descriptor));

            assertThat(report.path("result").asString()).isEqualTo("usable");
            assertThat(report.path("compared").asBoolean()).isTrue();
            JsonNode counts = report.at("/feeds/0/counts");
            assertThat(counts.path("changed").asInt()).isEqualTo(1);
            assertThat(counts.path("unchanged").asInt())
                    .isEqualTo(counts.path("read").asInt() - 1)
                    .isPositive();
            assertThat(report.at("/feeds/0/records").valueStream())
                    .filteredOn(record -> record.path("verdict").asString().equals("changed"))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.path("changes").size()).isEqualTo(1);
                        assertThat(record.at("/changes/0/pointer").asString()).isEqualTo("/description/name/sv");
                        assertThat(record.at("/changes/0/before").asString()).isEqualTo(NAME);
                        assertThat(record.at("/changes/0/after").asString()).isEqualTo("Anmäl kamin");
                    });
            assertThat(report.at("/feeds/0/missing/total").asInt(-1)).isZero();
            assertThat(rows()).isEqualTo(before);
            assertThat(hub.client().find(NAME)).isNotEmpty();
        } finally {
            stubs.revise("skelleftea", "tjanster.json", "Anmäl kamin", NAME);
        }
    }

    /** All but what the hub itself writes all the time: who is alive, and who used which key today. */
    private static List<String> rows() {
        JdbcClient jdbc = hub.bean(JdbcClient.class);
        List<String> rows = new ArrayList<>();
        jdbc
                .sql("select name from sqlite_master where type = 'table' order by name")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !List.of("scheduled_tasks", "access_key").contains(table))
                .forEach(table -> jdbc.sql("select * from \"" + table + "\"")
                        .query()
                        .listOfRows()
                        .forEach(row -> rows.add(table + " " + row)));
        return rows;
    }

    @Test
    void letsAnAgencyTryItsOwnOnly() {
        HttpResponse<byte[]> foreign = neighbour.sendBody("POST", DRY_RUNS, YAML, descriptor);
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(neighbour.json(foreign).at("/errors/0/pointer").asString()).isEqualTo("/metadata/agency");

        String usurped = descriptor.replace("agency: skelleftea", "agency: lindby");
        HttpResponse<byte[]> taken = neighbour.sendBody("POST", DRY_RUNS, YAML, usurped);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(neighbour.json(taken).at("/errors/0/pointer").asString()).isEqualTo("/metadata/id");
        assertThat(hub.operator()
                        .sendBody("POST", DRY_RUNS + "?records=1&feed=services", YAML, descriptor)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void triesAVersionThatIsRegistered() {
        String own = descriptor.replace("id: skelleftea", "id: lindby").replace("agency: skelleftea", "agency: lindby");
        assertThat(neighbour
                        .sendBody("POST", "/registry/v1/connectors", YAML, own)
                        .statusCode())
                .isEqualTo(201);
        String path = "/registry/v1/connectors/lindby/versions/1/dry-runs?records=2&feed=commitments";

        JsonNode report = neighbour.json(neighbour.send("POST", path));

        assertThat(report.path("connector").asString()).isEqualTo("lindby");
        assertThat(report.at("/feeds/0/counts/added").asInt()).isEqualTo(2);
        assertThat(report.at("/feeds/0/more").asBoolean()).isTrue();
        assertThat(agency.send("POST", path).statusCode()).isEqualTo(404);
        assertThat(neighbour
                        .send("POST", path.replace("versions/1", "versions/2"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(neighbour
                        .json("/registry/v1/connectors/lindby/versions/1")
                        .path("status")
                        .asString())
                .isEqualTo("draft");
    }

    @Test
    void runsOneAtATimeForAnAgency() {
        stubs.hold("skelleftea");
        long asked = stubs.requests("skelleftea");
        CompletableFuture<HttpResponse<byte[]>> first = CompletableFuture.supplyAsync(
                () -> agency.sendBody("POST", DRY_RUNS + "?feed=services", YAML, descriptor));
        await().atMost(60, SECONDS).until(() -> stubs.requests("skelleftea") > asked);

        HttpResponse<byte[]> second = agency.sendBody("POST", DRY_RUNS, YAML, descriptor);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();

        stubs.release("skelleftea");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(agency.sendBody("POST", DRY_RUNS + "?records=1&feed=services", YAML, descriptor)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "HTML_PAGE",
                "TRUNCATED",
                "GZIP_BOMB",
                "ENDLESS_BODY",
                "NO_ANSWER",
                "REDIRECT",
                "SERVER_ERROR",
                "MALFORMED"
            })
    void answersWithTheFaultOfAnAgencyThatMisbehaves(Fault fault) {
        stubs.fault("skelleftea", fault);
        HttpResponse<byte[]> answer = agency.sendBody("POST", DRY_RUNS + "?feed=services", YAML, descriptor);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode report = agency.json(answer);
        assertThat(report.path("result").asString()).isEqualTo("faulty");
        assertThat(report.at("/feeds/0/fault/code").asString()).isNotBlank();
        assertThat(report.at("/feeds/0/fault/detail").asString()).hasSizeBetween(20, 500);
    }
}
