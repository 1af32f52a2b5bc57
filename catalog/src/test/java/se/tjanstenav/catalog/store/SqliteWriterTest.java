package se.tjanstenav.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.FeedId;

class SqliteWriterTest {

    private static final int FEEDS = 20;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(FEEDS);
    private TestCatalogue hub;

    @BeforeEach
    void open() {
        hub = TestCatalogue.in(folder, new MovableClock());
        hub.sources().register(Samples.feeds());
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        hub.close();
    }

    @Test
    void leavesConnectionsToReadersWhileManyHarvestsWaitToWrite() throws Exception {
        List<HarvestRun> runs = begin();
        List<Future<?>> staging = new ArrayList<>();
        HikariDataSource pool = hub.bean(HikariDataSource.class);
        try (Connection writer = pool.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeUpdate("update change_head set last = last");
            runs.forEach(run -> staging.add(threads.submit(() -> run.stage(List.of(described("F2", "Namnbyte"))))));
            awaitWaitingWriters(pool);

            assertThatCode(() -> CompletableFuture.supplyAsync(
                                    () -> hub.catalogue().service(id("F1")))
                            .get(5, TimeUnit.SECONDS))
                    .doesNotThrowAnyException();
            writer.rollback();
            writer.setAutoCommit(true);
        }
        for (Future<?> staged : staging) {
            staged.get(30, TimeUnit.SECONDS);
        }
        assertThat(runs).allSatisfy(run -> assertThat(
                        run.publish(Completeness.PARTIAL).counts().added())
                .isEqualTo(1));
    }

    private List<HarvestRun> begin() {
        List<FeedId> feeds = IntStream.range(0, FEEDS)
                .mapToObj(i -> new FeedId("c" + i, "services"))
                .toList();
        hub.sources()
                .register(feeds.stream()
                        .map(feed ->
                                Samples.feed(feed, FeedKind.SERVICES, Samples.agency(SKATTEVERKET, "Skatteverket")))
                        .toList());
        return feeds.stream().map(hub.harvests()::begin).toList();
    }

    private static void awaitWaitingWriters(HikariDataSource pool) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> pool.getHikariPoolMXBean().getActiveConnections() > 1);
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(Duration.ofSeconds(2))
                .until(() -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0);
    }
}
