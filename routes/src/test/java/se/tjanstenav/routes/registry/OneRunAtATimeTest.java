package se.tjanstenav.routes.registry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.TrialAgency;
import tools.jackson.databind.JsonNode;

/** A feed is harvested by one run at a time however many ask, and neither its plan nor a request is lost in a restart. */
class OneRunAtATimeTest {

    private static final String MAPPING = "{'code': id, 'description': {'name': {'sv': namn}}}";
    private static final String RUNS = "/registry/v1/connectors/provverket/runs";
    private static final int CALLERS = 50;

    @TempDir
    private Path folder;

    private TrialAgency agency;

    @BeforeEach
    void start() {
        agency = new TrialAgency();
        agency.has(30);
        agency.connect(folder, "provverket", MAPPING, "services");
    }

    @AfterEach
    void stop() {
        agency.close();
    }

    @Test
    void fiftyCallersDuringASlowHarvestGetOneRunThatFollowsIt() throws Exception {
        try (HubUnderTest hub = HubUnderTest.alone(folder, agency.settings())) {
            assertOneFollows(hub.operator(), List.of(hub.operator()));
        }
    }

    @Test
    void fiftyCallersOfTwoHubsOnOneDatabaseGetOneRunThatFollowsIt() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                HubUnderTest one = replica(server, "one");
                HubUnderTest other = replica(server, "other")) {
            assertOneFollows(one.operator(), List.of(one.operator(), other.operator()));
        }
    }

    private HubUnderTest replica(EmbeddedPostgres server, String name) throws IOException {
        return HubUnderTest.alone(
                folder,
                agency.settings(
                        "--tjanstenav.catalog.jdbc-url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--tjanstenav.catalog.index-directory="
                                + Files.createDirectories(folder.resolve(name)).resolve("index"),
                        "--tjanstenav.harvest.on-start=false"));
    }

    private void assertOneFollows(HubClient client, List<HubClient> callers) throws Exception {
        awaitEnded(client, 1);
        agency.hold();
        HttpResponse<byte[]> first = client.send("POST", RUNS);
        await().atMost(60, SECONDS).until(() -> agency.underWay() == 1);

        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<HttpResponse<byte[]>>> asked = IntStream.range(0, CALLERS)
                .mapToObj(i ->
                        threads.submit(() -> callers.get(i % callers.size()).send("POST", RUNS)))
                .toList();
        Set<String> locations = new HashSet<>();
        for (Future<HttpResponse<byte[]>> answer : asked) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
            locations.add(answer.get().headers().firstValue("Location").orElseThrow());
        }
        threads.shutdown();
        agency.release();

        assertThat(locations)
                .hasSize(1)
                .doesNotContain(first.headers().firstValue("Location").orElseThrow());
        awaitEnded(client, 3);
        assertThat(client.json(RUNS).path("runs").valueStream().map(run -> run.path("outcome")
                        .asString()))
                .containsOnly("published");
        assertThat(agency.harvests()).isEqualTo(3);
        assertThat(agency.mostAtOnce()).isEqualTo(1);
    }

    /** As while another feed is published, which takes SQLite's one writer. */
    @Test
    void aHarvestWhoseHeartbeatsHaveToWaitIsNotTakenForDead() throws Exception {
        String database = "jdbc:sqlite:" + folder.resolve("waiting.db");
        try (HubUnderTest hub = HubUnderTest.alone(
                        folder,
                        agency.settings(
                                "--tjanstenav.catalog.jdbc-url=" + database,
                                "--db-scheduler.heartbeat-interval=100ms",
                                "--db-scheduler.missed-heartbeats-limit=4"));
                Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            awaitEnded(hub.operator(), 1);
            statement.execute("create trigger no_heartbeats before update on scheduled_tasks"
                    + " when old.picked and new.picked begin select raise(ignore); end");
            agency.hold();
            hub.operator().send("POST", RUNS);
            await().atMost(60, SECONDS).until(() -> agency.underWay() == 1);

            await().during(3, SECONDS).atMost(10, SECONDS).until(() -> agency.harvests() == 2);
            agency.release();

            awaitEnded(hub.operator(), 2);
            assertThat(agency.mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void theNextHarvestIsWhereItWasAfterARestart() {
        Instant planned;
        try (HubUnderTest hub = HubUnderTest.alone(folder, agency.settings())) {
            awaitEnded(hub.operator(), 1);
            planned = await().atMost(60, SECONDS).until(() -> planned(hub), at -> at.isAfter(Instant.now()));
        }

        try (HubUnderTest hub = HubUnderTest.alone(folder, agency.settings("--tjanstenav.harvest.on-start=false"))) {
            assertThat(planned(hub)).isEqualTo(planned);
            assertThat(agency.harvests()).isEqualTo(1);
        }
    }

    @Test
    void aRunThatWaitedWhenTheHubStoppedIsDoneAfterTheRestart() {
        String waiting;
        try (HubUnderTest hub = HubUnderTest.alone(folder, agency.settings())) {
            awaitEnded(hub.operator(), 1);
            hub.bean(Scheduler.class).pause();
            waiting = hub.operator()
                    .send("POST", RUNS)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(hub.operator().json(waiting).path("outcome").asString()).isEqualTo("requested");
        }

        try (HubUnderTest hub = HubUnderTest.alone(folder, agency.settings("--tjanstenav.harvest.on-start=false"))) {
            HubClient client = hub.operator();
            await().atMost(120, SECONDS)
                    .until(() -> client.json(waiting).path("outcome").asString(), "published"::equals);
        }
    }

    private static Instant planned(HubUnderTest hub) {
        return hub.bean(Scheduler.class)
                .getScheduledExecution(TaskInstanceId.of("harvest", "provverket/services"))
                .map(ScheduledExecution::getExecutionTime)
                .orElseThrow();
    }

    private static void awaitEnded(HubClient client, int count) {
        await().atMost(120, SECONDS).until(() -> {
            List<JsonNode> runs = client.json(RUNS).path("runs").valueStream().toList();
            return runs.size() == count && runs.stream().allMatch(run -> run.has("endedAt"));
        });
    }
}
