package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.IndexRebuild;
import se.tjanstenav.catalog.IndexRebuilds;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.Contribution;

/** How an index comes to say what the store says, whatever has happened to either, on every backend. */
abstract class IndexRecoveryContract {

    /** Whatever a search may meet while one index takes another's place is not met every time. */
    private static final int SWITCHES = 4;

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    /** The settings that choose the backend, the same for the whole test. */
    abstract Map<String, String> backend();

    abstract void deleteIndex() throws Exception;

    final TestCatalogue hub() {
        return hub(folder, backend());
    }

    private TestCatalogue hub(Path index, Map<String, String> backend) {
        return TestCatalogue.on("jdbc:sqlite:" + database(), index, clock, backend);
    }

    private Path database() {
        return folder.resolve("data/catalogue.db");
    }

    @BeforeEach
    void publishOne() {
        try (TestCatalogue hub = hub()) {
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        }
    }

    @Test
    void catchesUpWithWhatWasPublishedWithoutIt(@TempDir Path elsewhere) {
        try (TestCatalogue hub = hub(elsewhere, SearchBackends.lucene())) {
            hub.harvest(SERVICES, described("F1", "Adressändring"), described("F2", "Namnbyte"));
        }

        assertFinds("Adressändring", "Namnbyte");
    }

    @Test
    void isMadeAnewWhenItWasDeleted() throws Exception {
        deleteIndex();

        assertFinds("Flyttanmälan");
    }

    @Test
    void isMadeAnewWhenItFollowedAnotherStore() throws Exception {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        try (TestCatalogue hub = hub()) {
            assertThat(hub.all()).isEmpty();
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F9", "Namnbyte"));
        }

        assertFinds("Namnbyte");
    }

    @Test
    void isMadeAnewWhenTheStoreIsOlderThanIt() throws Exception {
        Path backup = folder.resolve("backup.db");
        Files.copy(database(), backup);
        try (TestCatalogue hub = hub()) {
            hub.harvest(SERVICES, described("F1", "Adressändring"), described("F2", "Namnbyte"));
        }
        Files.copy(backup, database(), StandardCopyOption.REPLACE_EXISTING);

        assertFinds("Flyttanmälan");
    }

    @Test
    void answersWholeWhileItIsMadeAnew() {
        try (TestCatalogue hub = hub()) {
            int services = 1200;
            hub.harvest(SERVICES, Completeness.COMPLETE, numbered(services, "Tillstånd"));
            ServiceIndex index = hub.bean(ServiceIndex.class);
            ConcurrentLinkedQueue<Integer> seen = new ConcurrentLinkedQueue<>();

            CompletableFuture<Void> made = CompletableFuture.runAsync(() -> {
                for (int times = 0; times < SWITCHES; times++) {
                    index.rebuild();
                }
            });
            while (!made.isDone() || seen.isEmpty()) {
                seen.add(hub.find("tillstånd").size());
            }
            made.join();

            assertThat(seen).containsOnly(1000);
            assertThat(hub.names("tillstånd")).hasSize(1000);
            hub.harvest(SERVICES, Completeness.COMPLETE, numbered(services, "Dispens"));
            assertThat(hub.find("tillstånd")).isEmpty();
            assertThat(hub.find("dispens")).hasSize(1000);
        }
    }

    @Test
    void missesNothingThatIsPublishedWhileItIsMadeAnew() {
        try (TestCatalogue hub = hub()) {
            hub.harvest(SERVICES, Completeness.COMPLETE, numbered(600, "Tillstånd"));
            ServiceIndex index = hub.bean(ServiceIndex.class);

            CompletableFuture<Void> made = CompletableFuture.runAsync(() -> {
                index.rebuild();
                index.rebuild();
            });
            int round = 0;
            while (!made.isDone()) {
                round++;
                hub.harvest(SERVICES, Completeness.PARTIAL, List.of(described("R" + round, "Omgång nummer" + round)));
                assertThat(hub.names("nummer" + round)).containsExactly("Omgång nummer" + round);
            }
            made.join();

            assertThat(round).isPositive();
            for (int i = 1; i <= round; i++) {
                assertThat(hub.names("nummer" + i)).containsExactly("Omgång nummer" + i);
            }
        }
    }

    @Test
    void tellsHowARebuildThatWasAskedForGoes() {
        try (TestCatalogue hub = hub()) {
            hub.harvest(SERVICES, Completeness.COMPLETE, numbered(600, "Tillstånd"));
            IndexRebuilds rebuilds = hub.bean(IndexRebuilds.class);
            List<UUID> noted = new ArrayList<>();

            IndexRebuild begun = rebuilds.request("Anna", noted::add);

            assertThat(begun.requestedBy()).isEqualTo("Anna");
            assertThat(begun.expected()).isEqualTo(601);
            assertThat(noted).containsExactly(begun.id());
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> rebuilds.find(begun.id()).orElseThrow().state() == IndexRebuild.State.FINISHED);
            IndexRebuild ended = rebuilds.find(begun.id()).orElseThrow();
            assertThat(ended.services()).isEqualTo(601);
            assertThat(ended.endedAt()).isEqualTo(clock.instant());
            assertThat(rebuilds.latest()).containsExactly(ended);
            assertThat(hub.find("tillstånd")).hasSize(600);
        }
    }

    @Test
    void rebuildsOneAtATimeAndForgetsOneWhoseHubHasDied() {
        try (TestCatalogue hub = hub()) {
            RebuildRecords records = hub.bean(RebuildRecords.class);
            IndexRebuild first = records.begin("Anna", 1, id -> {});

            assertThatThrownBy(() -> records.begin("Bo", 1, id -> {})).isInstanceOf(RunRefusedException.class);
            clock.advance(Duration.ofMinutes(3));

            assertThat(records.find(first.id()).orElseThrow().state()).isEqualTo(IndexRebuild.State.ABANDONED);
            IndexRebuild second = records.begin("Bo", 1, id -> {});
            records.ended(second.id(), "OpenSearch is away");
            assertThat(records.latest())
                    .extracting(IndexRebuild::state)
                    .containsExactly(IndexRebuild.State.FAILED, IndexRebuild.State.ABANDONED);
        }
    }

    final void assertFinds(String... names) {
        try (TestCatalogue hub = hub()) {
            assertThat(hub.names(null)).containsExactly(names);
            for (String name : List.of(names)) {
                assertThat(hub.names(name)).containsExactly(name);
            }
        }
    }

    private static List<Contribution> numbered(int services, String name) {
        return IntStream.range(0, services)
                .mapToObj(number -> described("N" + number, name + " " + number))
                .toList();
    }
}
