package se.tjanstenav.routes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.Scenario;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;

/** What citizens are told of the queues of Polismyndigheten, over HTTP, while its stub does what agencies do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaitingTimesTest {

    private static final String POLICE = "polismyndigheten";
    private static final String QUEUE = POLICE + "/queue";

    /** Whoever waited for the agency rather than for the budget would wait for its limit of 15 s. */
    private static final Duration WELL_BEFORE_THE_LIMIT = Duration.ofSeconds(10);

    private final ShiftedClock clock = new ShiftedClock();
    private StubAgencies agencies;
    private HubUnderTest hub;
    private HubClient client;
    private String passport;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        agencies = StubAgencies.launch(POLICE);
        hub = HubUnderTest.start(agencies, folder, clock);
        client = hub.client();
        for (String feed : List.of("services", "processingTimes", "commitments")) {
            await().atMost(90, SECONDS).until(() -> client.statusOf(POLICE + "/" + feed), "fromSource"::equals);
        }
        hub.bean(Scheduler.class).pause();
        await().atMost(60, SECONDS)
                .until(() -> hub.bean(Scheduler.class).getCurrentlyExecuting().isEmpty());
        passport = "/catalog/v1/services/" + client.idOf("Ansök om pass");
    }

    @AfterAll
    void stop() {
        hub.close();
        agencies.close();
    }

    /** The agency is well, what earlier tests left is forgotten, and nothing is known. */
    @BeforeEach
    void forget() {
        agencies.calm();
        await().atMost(90, SECONDS)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(11));
                            return state(ask());
                        },
                        "fresh"::equals);
        clock.advance(Duration.ofDays(1));
    }

    private JsonNode ask(String... headers) {
        HttpResponse<byte[]> response = client.get(passport + "/waiting-times", headers);
        assertThat(response.statusCode()).isEqualTo(200);
        return client.json(response);
    }

    private static String state(JsonNode answer) {
        return answer.at("/waitingTimes/0/state").asString();
    }

    static List<Fault> faults() {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .toList();
    }

    @Test
    void tellsHowLongPeopleWaitAtEveryOffice() {
        JsonNode answer = ask("Accept-Language", "en");

        assertThat(answer.path("waitingTimes").valueStream()).hasSize(14).allSatisfy(time -> {
            assertThat(time.path("source").asString()).isEqualTo(QUEUE);
            assertThat(time.path("state").asString()).isEqualTo("fresh");
            assertThat(time.path("retrievedAt").asString()).endsWith("Z");
            assertThat(time.has("unknownSince")).isFalse();
            assertThat(time.path("kind").asString()).isEqualTo("queue");
            assertThat(time.path("startEvent").asString()).isEqualTo("queueTicketTaken");
            assertThat(time.path("endEvent").asString()).isEqualTo("counterVisit");
            assertThat(time.path("statistic").asString()).isEqualTo("mean");
            assertThat(time.path("value").isNumber()).isTrue();
            assertThat(time.path("unit").asString()).isEqualTo("minutes");
            assertThat(time.path("caseType").asString()).startsWith("Passport office");
            assertThat(time.at("/textLanguage/caseType").asString()).isEqualTo("en");
        });
        assertThat(answer.path("channels")).isEmpty();
        assertThat(answer.at("/meta/total").asInt()).isEqualTo(14);
        assertThat(answer.at("/links/self/href").asString()).isEqualTo(passport + "/waiting-times");
        assertThat(answer.at("/links/service/href").asString()).isEqualTo(passport);
    }

    @Test
    void mayBeKeptByOthersForAsLongAsItIsFresh() {
        ask();
        HttpResponse<byte[]> response = client.get(passport + "/waiting-times");

        assertThat(response.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).matches("max-age=([1-5]?[0-9]), public"));
        assertThat(response.headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Language");
    }

    @Test
    void isFoundFromTheServiceWhoseOwnAnswerAsksNobody() {
        int before = agencies.requests(POLICE);

        JsonNode service = client.json(passport);

        assertThat(service.at("/links/waitingTimes/rel").asString()).isEqualTo("waiting-times");
        assertThat(service.at("/links/waitingTimes/href").asString()).isEqualTo(passport + "/waiting-times");
        assertThat(agencies.requests(POLICE)).isEqualTo(before);
        assertThat(service.path("processingTimes").valueStream())
                .noneMatch(time -> time.path("kind").asString().equals("queue"));
    }

    @Test
    void isEmptyForAServiceWithoutAQueueAndAsksNobody() {
        String other = client.json("/catalog/v1/services?limit=100")
                .path("services")
                .valueStream()
                .map(service -> service.at("/links/self/href").asString())
                .filter(path -> !path.equals(passport))
                .findFirst()
                .orElseThrow();
        int before = agencies.requests(POLICE);

        HttpResponse<byte[]> response = client.get(other + "/waiting-times");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(client.json(response).path("waitingTimes")).isEmpty();
        assertThat(client.json(other).at("/links").has("waitingTimes")).isFalse();
        assertThat(agencies.requests(POLICE)).isEqualTo(before);
    }

    @Test
    void isUnknownForAServiceThatDoesNotExist() {
        assertThat(client.get("/catalog/v1/services/no-such-service/waiting-times")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<byte[]> misspelt = client.get(passport + "/waiting-times?langauge=sv");
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(client.json(misspelt).at("/errors/0/pointer").asString()).isEqualTo("/query/langauge");
    }

    @Test
    void asksTheAgencyOnceForAHundredCitizens() throws Exception {
        int before = agencies.requests(POLICE);
        ExecutorService citizens = Executors.newFixedThreadPool(100);
        try {
            CyclicBarrier allAtOnce = new CyclicBarrier(100);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(citizens.submit(() -> {
                    allAtOnce.await(60, SECONDS);
                    return client.get(passport + "/waiting-times").statusCode();
                }));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, SECONDS)).isEqualTo(200);
            }
        } finally {
            citizens.shutdownNow();
        }
        assertThat(agencies.requests(POLICE) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void answersInTimeWhateverTheAgencyDoes(Fault fault) {
        agencies.fault(POLICE, fault);
        long begun = System.nanoTime();

        JsonNode first = ask();
        JsonNode second = ask();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WELL_BEFORE_THE_LIMIT);
        assertThat(List.of(state(first), state(second))).isSubsetOf("fresh", "unknown", "");
        if (state(first).equals("unknown")) {
            assertThat(first.path("waitingTimes")).hasSize(1);
            assertThat(first.at("/waitingTimes/0/source").asString()).isEqualTo(QUEUE);
            assertThat(first.at("/waitingTimes/0/unknownSince").asString()).endsWith("Z");
            assertThat(first.at("/waitingTimes/0").has("value")).isFalse();
        }
    }

    @Test
    void tellsTheLatestWhileTheAgencyFailsThenSinceWhenItIsUnknownAndNoticesItsReturn() {
        JsonNode known = ask();
        agencies.fault(POLICE, Fault.SERVER_ERROR);
        clock.advance(Duration.ofMinutes(3));
        Instant failedFirst = clock.instant();

        JsonNode failing = ask();
        assertThat(state(failing)).isEqualTo("stale");
        assertThat(failing.at("/waitingTimes/0/value")).isEqualTo(known.at("/waitingTimes/0/value"));
        assertThat(failing.at("/waitingTimes/0/retrievedAt")).isEqualTo(known.at("/waitingTimes/0/retrievedAt"));
        await().atMost(60, SECONDS).until(() -> client.statusOf(QUEUE), "fromCacheSyncFailed"::equals);

        clock.advance(Duration.ofMinutes(14));
        JsonNode unknown = ask();
        assertThat(state(unknown)).isEqualTo("unknown");
        assertThat(Instant.parse(unknown.at("/waitingTimes/0/unknownSince").asString()))
                .isBetween(failedFirst, failedFirst.plusSeconds(60));
        await().atMost(60, SECONDS).until(() -> client.statusOf(QUEUE), "noDataSyncFailed"::equals);

        agencies.fault(POLICE, Fault.NONE);
        await().atMost(60, SECONDS)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(11));
                            return state(ask());
                        },
                        "fresh"::equals);
        assertThat(client.statusOf(QUEUE)).isEqualTo("fromSource");
    }

    @Test
    void answersAtOnceFromWhatIsKnownWhileTheAgencyIsGone() {
        agencies.stop(POLICE);
        try {
            assertThat(state(ask())).isEqualTo("unknown");
            assertThat(client.source(QUEUE))
                    .hasValueSatisfying(source ->
                            // A connection kept from the latest answer breaks where it is not yet seen to be closed.
                            assertThat(source.at("/fault/code").asString())
                                    .isIn("CONNECTION_REFUSED", "CONNECTION_LOST", "CIRCUIT_OPEN"));
        } finally {
            agencies.start(POLICE);
        }
    }

    @Test
    void findsTheAgencyAgainThatComesBackSlowly() {
        agencies.scenario(POLICE, Scenario.RECOVERING);

        assertThat(state(ask())).isIn("unknown", "fresh");
        await().atMost(90, SECONDS)
                .until(
                        () -> {
                            clock.advance(Duration.ofSeconds(11));
                            return state(ask());
                        },
                        "fresh"::equals);
    }

    @Test
    void isASourceThatIsNeitherHarvestedNorStored() {
        ask();

        assertThat(client.source(QUEUE)).hasValueSatisfying(source -> {
            assertThat(source.path("live").asBoolean()).isTrue();
            assertThat(source.path("kind").asString()).isEqualTo("processingTimes");
            assertThat(source.path("status").asString()).isEqualTo("fromSource");
            assertThat(source.path("records").asInt()).isEqualTo(14);
            assertThat(source.has("harvesting")).isFalse();
        });
        assertThat(hub.bean(Sources.class).byFeed()).doesNotContainKey(FeedId.parse(QUEUE));
    }

    @Test
    void isDescribedWithTheFieldsOfAProcessingTime() {
        JsonNode api = client.json("/catalog/v1/openapi.json");

        assertThat(api.at("/paths/~1catalog~1v1~1services~1{id}~1waiting-times/get/summary")
                        .asString())
                .isNotBlank();
        assertThat(api.at("/components/schemas/WaitingTimeDetail/properties").propertyNames())
                .contains("source", "state", "retrievedAt", "unknownSince", "kind", "startEvent", "value", "unit");
        assertThat(api.at("/components/schemas/WaitingTimeDetail/properties/state/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("fresh", "stale", "unknown");
    }

    @Test
    void isMeasured() {
        ask();

        assertThat(new String(client.get("/actuator/prometheus").body(), UTF_8))
                .contains("tjanstenav_live_answers_total{feed=\"" + QUEUE + "\",state=\"fresh\"}")
                .contains("tjanstenav_live_lookup_duration_seconds_count{feed=\"" + QUEUE + "\",outcome=\"answered\"}");
    }
}
