package se.tjanstenav.routes.processes;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The hub on SQLite is killed amid harvests and publications, and is whole again every time it is started. */
class SqliteCrashIT {

    private static final String AGENCY = "vittnesverket";
    private static final int RECORDS = 3_000;
    private static final int READERS = 2;
    private static final Duration WHOLE_WITHIN = Duration.ofSeconds(30);

    private final Random random = Endurance.random("SqliteCrashIT");
    private final Map<String, Integer> killedWhile = new TreeMap<>();
    private final List<Duration> recoveries = new ArrayList<>();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void isWholeAfterBeingKilledAtRandomMomentsOfHarvestAndPublication() throws Exception {
        StoreProbe store = new StoreProbe("jdbc:sqlite:" + folder.resolve("tjanstenav.db") + "?busy_timeout=60000");
        try (WitnessAgencies agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY));
                Hub hub = new Hub("hub", folder, settings(agencies)).start()) {
            String key = hub.operatorKey();
            Pace pace = firstHarvest(hub, key, store, agencies);
            List<Reader> readers = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    readers.add(Reader.of(List.of(hub), agencies));
                }
                for (int crash = 1; crash <= Endurance.crashes(); crash++) {
                    killAndRestart(hub, key, store, agencies, pace, crash % 2 == 0);
                    readers.forEach(Reader::assertNothingWrong);
                }
                String last = Operator.of(hub, key).ask(AGENCY);
                await().atMost(120, SECONDS).until(() -> store.outcome(last), "published"::equals);
                assertThat(store.services(agencies.generation(AGENCY))).isGreaterThanOrEqualTo(RECORDS);
            } finally {
                for (Reader reader : readers) {
                    reader.close();
                }
                tell(readers);
            }
            readers.forEach(Reader::assertNothingWrong);
        }
    }

    /** How long the two parts of a harvest take here. */
    private record Pace(Duration reading, Duration publishing) {}

    private Pace firstHarvest(Hub hub, String key, StoreProbe store, WitnessAgencies agencies) {
        harvest(hub, key, store);
        agencies.moveOn(AGENCY);
        Pace pace = harvest(hub, key, store);
        awaitIndexEqualsStore(hub, store, Set.of(agencies.generation(AGENCY)));
        Endurance.tell("a harvest reads for %d ms and publishes for %d ms"
                .formatted(pace.reading().toMillis(), pace.publishing().toMillis()));
        return pace;
    }

    private static Pace harvest(Hub hub, String key, StoreProbe store) {
        Instant asked = Instant.now();
        String run = Operator.of(hub, key).ask(AGENCY);
        awaitRead(store, run);
        Instant read = Instant.now();
        await().atMost(120, SECONDS)
                .pollInterval(10, MILLISECONDS)
                .until(() -> store.outcome(run), "published"::equals);
        return new Pace(Duration.between(asked, read), Duration.between(read, Instant.now()));
    }

    private static void awaitRead(StoreProbe store, String run) {
        await().atMost(120, SECONDS).pollInterval(10, MILLISECONDS).until(() -> store.read(run) > RECORDS);
    }

    private void killAndRestart(
            Hub hub, String key, StoreProbe store, WitnessAgencies agencies, Pace pace, boolean publishing)
            throws Exception {
        Generation before = agencies.generation(AGENCY);
        Generation moved = agencies.moveOn(AGENCY);
        String run = Operator.of(hub, key).ask(AGENCY);
        if (publishing) {
            awaitRead(store, run);
        }
        // A fifth more, so that the index and the cache are met as well as they follow.
        Duration window = publishing ? pace.publishing() : pace.reading().plus(pace.publishing());
        pause(Duration.ofMillis((long) (random.nextDouble() * window.toMillis() * 1.2)));
        String outcome = store.outcome(run);
        long read = store.read(run);
        hub.kill();
        killedWhile.merge(phase(outcome, read), 1, Integer::sum);

        Instant started = Instant.now();
        hub.start();
        // What was acknowledged is there; what was not may come yet, since the hub takes up the run that it was killed
        // in.
        awaitIndexEqualsStore(hub, store, outcome.equals("published") ? Set.of(moved) : Set.of(before, moved));
        Duration recovery = Duration.between(started, Instant.now());
        recoveries.add(recovery);
        assertThat(recovery).isLessThanOrEqualTo(Endurance.within(WHOLE_WITHIN));
        assertThat(store.integrity()).isEqualTo("ok");
        assertThat(store.gapsInTheLog()).isZero();
        assertThat(store.leftBehind()).isZero();
    }

    private static String phase(String outcome, long read) {
        return switch (outcome) {
            case "requested" -> "1 waiting";
            case "running" -> read <= RECORDS ? "2 reading" : "3 publishing";
            default -> "4 following";
        };
    }

    /** Every service that the store holds is of one and the same possible state, and found by a word of that alone. */
    private static void awaitIndexEqualsStore(Hub hub, StoreProbe store, Set<Generation> possible) {
        await().atMost(180, SECONDS).pollInterval(50, MILLISECONDS).untilAsserted(() -> {
            List<Generation> stored = possible.stream()
                    .filter(generation -> store.services(generation) > 0)
                    .toList();
            assertThat(stored).as("states that the store holds").hasSize(1);
            Generation now = stored.get(0);
            assertThat(found(hub, "")).isEqualTo(store.services());
            assertThat(found(hub, "&q=" + now.text()))
                    .isEqualTo(store.services(now))
                    .isGreaterThanOrEqualTo(RECORDS);
            for (Generation other : possible) {
                assertThat(found(hub, "&q=" + other.text())).isEqualTo(other.equals(now) ? store.services(now) : 0);
            }
        });
        int latest = possible.stream().mapToInt(Generation::number).max().orElseThrow();
        assertThat(found(hub, "&q=" + new Generation(latest + 1).text())).isZero();
    }

    private static long found(Hub hub, String query) {
        return hub.client()
                .json("/catalog/v1/services?limit=0" + query)
                .at("/meta/total")
                .asLong(-1);
    }

    private static void pause(Duration time) {
        Executor later = CompletableFuture.delayedExecutor(time.toMillis(), MILLISECONDS);
        CompletableFuture.runAsync(() -> {}, later).join();
    }

    private List<String> settings(WitnessAgencies agencies) throws IOException {
        List<String> settings = new ArrayList<>(agencies.settings(folder));
        settings.addAll(List.of(
                "--tjanstenav.catalog.jdbc-url=jdbc:sqlite:" + folder.resolve("tjanstenav.db"),
                "--tjanstenav.catalog.index-directory=" + folder.resolve("index"),
                // So that what a crash has left is seen before the next harvest mends it.
                "--tjanstenav.harvest.on-start=false",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=2s"));
        return settings;
    }

    private void tell(List<Reader> readers) {
        Endurance.tell("killed while %s; whole again after %s ms from the start of the process; %d answers to readers"
                .formatted(
                        killedWhile,
                        recoveries.stream().map(Duration::toMillis).sorted().toList(),
                        readers.stream().mapToLong(Reader::answers).sum()));
    }
}
