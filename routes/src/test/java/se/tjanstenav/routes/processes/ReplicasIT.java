package se.tjanstenav.routes.processes;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Three hubs on one PostgreSQL and one OpenSearch harvest once, show the same, and take over from one that dies. */
class ReplicasIT {

    private static final String AGENCY = "vittne-a";
    private static final String FEED = AGENCY + "/services";
    private static final int RECORDS = 1_000;
    private static final int CHANGES = 5;
    private static final Duration SEEN_BY_ALL_WITHIN = Duration.ofSeconds(2);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(30);

    private final Random random = Endurance.random("ReplicasIT");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private WitnessAgencies agencies;
    private Replicas replicas;
    private Reader reader;

    @BeforeEach
    void start() throws Exception {
        agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY, "vittne-b"));
        replicas = Replicas.start(folder, agencies);
        reader = Reader.of(replicas.all(), agencies);
    }

    @AfterEach
    void stop() throws Exception {
        reader.close();
        replicas.close();
        agencies.close();
        Endurance.tell(reader.answers() + " answers of replicas to a reader");
    }

    @Test
    void harvestEachFeedOnceShowEveryChangeSoonAndTakeOverFromWhoDies() throws Exception {
        for (String agency : agencies.ids()) {
            assertThat(agencies.requests(agency)).as(agency).isEqualTo(1);
        }
        List<Duration> seen = new ArrayList<>();
        for (int change = 0; change < CHANGES; change++) {
            seen.add(publishAndAwaitAll());
        }
        Endurance.tell("a change was served by all %s ms after it was acknowledged"
                .formatted(seen.stream().map(Duration::toMillis).toList()));
        assertThat(seen).allSatisfy(took -> assertThat(took).isLessThanOrEqualTo(Endurance.within(SEEN_BY_ALL_WITHIN)));

        List<Long> takeOvers = new ArrayList<>();
        for (int kill = 0; kill < Endurance.kills(); kill++) {
            takeOvers.add(killWhoHarvests(kill % 2 == 0).toMillis());
            reader.assertNothingWrong();
        }
        Endurance.tell(
                "published by another after " + takeOvers.stream().sorted().toList() + " ms from the kill");
        wakeUpAfterTheLeaseIsLost();
        assertThat(replicas.store().gapsInTheLog()).isZero();
        reader.assertNothingWrong();
    }

    /** Publishes through one, and measures until every hub finds and shows it. */
    private Duration publishAndAwaitAll() {
        Operator operator = replicas.operator(replicas.all().get(1));
        String before = lastSuccess(replicas.all().get(1));
        Generation moved = agencies.moveOn(AGENCY);
        String run = operator.ask(AGENCY);
        await().atMost(120, SECONDS)
                .pollInterval(10, MILLISECONDS)
                .until(() -> operator.outcome(run), "published"::equals);
        Instant acknowledged = Instant.now();
        await().atMost(60, SECONDS).pollInterval(20, MILLISECONDS).untilAsserted(() -> {
            for (Hub hub : replicas.all()) {
                assertThat(replicas.found(hub, moved)).as(hub.name()).isGreaterThanOrEqualTo(RECORDS);
                assertThat(lastSuccess(hub)).as(hub.name()).isNotEqualTo(before);
            }
        });
        return Duration.between(acknowledged, Instant.now());
    }

    private static String lastSuccess(Hub hub) {
        return hub.client().source(FEED).orElseThrow().path("lastSuccess").asString();
    }

    /**
     * Kills the one that harvests, and starts it again when another has published.
     *
     * @param waiting whether it dies while the agency has not answered, otherwise at a random moment thereafter
     */
    private Duration killWhoHarvests(boolean waiting) throws Exception {
        Generation moved = agencies.moveOn(AGENCY);
        agencies.hold(AGENCY);
        String run = replicas.operator(replicas.all().get(0)).ask(AGENCY);
        Hub holder = awaitHolder(run);
        if (!waiting) {
            agencies.release(AGENCY);
        }
        pause(random.nextInt(500));
        boolean acknowledged = replicas.store().outcome(run).equals("published");
        holder.kill();
        Instant killed = Instant.now();
        agencies.release(AGENCY);
        await().atMost(180, SECONDS)
                .pollInterval(50, MILLISECONDS)
                .until(() -> replicas.store().services(moved) >= RECORDS);
        Duration takeOver = Duration.between(killed, Instant.now());
        if (!acknowledged) {
            assertThat(takeOver).isLessThanOrEqualTo(Endurance.within(TAKEN_OVER_WITHIN));
        }
        holder.start();
        awaitIdle();
        return takeOver;
    }

    /** A process that is paused amid a harvest and goes on when another has published something newer. */
    private void wakeUpAfterTheLeaseIsLost() throws Exception {
        agencies.hold(AGENCY);
        String run = replicas.operator(replicas.all().get(0)).ask(AGENCY);
        Hub holder = awaitHolder(run);
        agencies.moveOn(AGENCY);
        agencies.release(AGENCY);
        await().atMost(60, SECONDS)
                .pollInterval(2, MILLISECONDS)
                .until(() -> replicas.store().read(run) > 0);
        holder.suspend();
        boolean amid = replicas.store().outcome(run).equals("running");
        Endurance.tell("paused " + (amid ? "amid the harvest" : "when the harvest had just ended"));
        Generation newer = agencies.moveOn(AGENCY);
        try {
            Hub other = replicas.all().stream()
                    .filter(hub -> hub != holder)
                    .findFirst()
                    .orElseThrow();
            replicas.operator(other).ask(AGENCY);
            await().atMost(180, SECONDS).until(() -> replicas.store().services(newer) >= RECORDS);
        } finally {
            holder.resume();
        }
        awaitIdle();
        if (amid) {
            assertThat(replicas.store().outcome(run)).isEqualTo("abandoned");
        }
        assertThat(replicas.store().services(newer)).isGreaterThanOrEqualTo(RECORDS);
        await().atMost(60, SECONDS).until(() -> replicas.found(holder, newer) >= RECORDS);
    }

    private Hub awaitHolder(String run) {
        await().atMost(120, SECONDS)
                .pollInterval(5, MILLISECONDS)
                .until(() -> replicas.store().outcome(run), "running"::equals);
        return replicas.named(replicas.store().holder(FEED).orElseThrow());
    }

    private void awaitIdle() {
        await().atMost(180, SECONDS).until(() -> replicas.store().holder(FEED), Optional::isEmpty);
    }

    private static void pause(int millis) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(millis, MILLISECONDS))
                .join();
    }
}
