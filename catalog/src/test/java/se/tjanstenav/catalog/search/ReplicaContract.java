package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.AnswerCache;
import se.tjanstenav.catalog.IndexRebuild;
import se.tjanstenav.catalog.IndexRebuilds;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.TestPostgres;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** Three hubs on one PostgreSQL: what is changed through one is told by all, whichever backend they search with. */
abstract class ReplicaContract {

    /** Much longer than the two seconds it may take, for machines that are busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static TestPostgres server;

    @TempDir
    Path folder;

    final List<TestCatalogue> hubs = new ArrayList<>();
    final MovableClock clock = new MovableClock();
    private String url = "";

    /** The settings that choose the backend, the same for all hubs of a test. */
    abstract Map<String, String> backend();

    @BeforeAll
    static void start() throws IOException {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void begin() {
        url = server.newDatabase();
    }

    @AfterEach
    void close() {
        hubs.forEach(TestCatalogue::close);
    }

    final TestCatalogue hub(Map<String, String> settings) {
        TestCatalogue hub = TestCatalogue.on(url, folder.resolve("hub" + hubs.size()), clock, settings);
        hubs.add(hub);
        return hub;
    }

    private void openThree() {
        for (int i = 0; i < 3; i++) {
            hub(backend());
        }
        hubs.get(0).sources().register(Samples.feeds());
    }

    @Test
    void searchesOfAllFindWhatOneHasPublished() {
        openThree();
        hubs.get(0).harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        awaitAll(hub -> assertThat(hub.names(null)).containsExactly("Flyttanmälan", "Namnbyte"));

        hubs.get(1).harvest(SERVICES, described("F1", "Adressändring"), described("F2", "Namnbyte"));
        awaitAll(hub -> {
            assertThat(hub.names("adressändring")).containsExactly("Adressändring");
            assertThat(hub.names("flytt")).isEmpty();
        });

        hubs.get(2).harvest(SERVICES, described("F1", "Adressändring"));
        hubs.get(0).harvest(SERVICES, described("F1", "Adressändring"));
        awaitAll(hub -> assertThat(hub.names(null)).containsExactly("Adressändring"));
    }

    @Test
    void readyAnswersOfAllFollow() {
        openThree();
        hubs.get(0).harvest(SERVICES, described("F1", "Flyttanmälan"));
        awaitAll(hub -> assertThat(answer(hub)).isEqualTo("Flyttanmälan"));

        hubs.get(1).harvest(SERVICES, described("F1", "Adressändring"));

        awaitAll(hub -> assertThat(answer(hub)).isEqualTo("Adressändring"));
    }

    @Test
    void allTellHowTheHarvestsOfOneEnded() {
        openThree();
        hubs.get(0).harvest(SERVICES, described("F1", "Flyttanmälan"));
        awaitAll(hub -> assertThat(hub.status(SERVICES).records()).isOne());

        hubs.get(1).harvests().begin(SERVICES).fail(Samples.fault("TIMEOUT"));

        awaitAll(hub -> assertThat(hub.status(SERVICES).fault()).isNotNull());
    }

    @Test
    void hubsThatStartTogetherOnAFullStoreAllAnswer() {
        TestCatalogue first = hub(Map.of());
        first.sources().register(Samples.feeds());
        first.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        first.close();
        hubs.clear();

        Map<String, String> settings = backend();
        List<CompletableFuture<TestCatalogue>> starting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Path own = folder.resolve("together" + i);
            starting.add(CompletableFuture.supplyAsync(() -> TestCatalogue.on(url, own, clock, settings)));
        }
        starting.forEach(start -> hubs.add(start.join()));

        awaitAll(hub -> assertThat(hub.names(null)).containsExactly("Flyttanmälan", "Namnbyte"));
    }

    @Test
    void anyTellsHowARebuildOfAnotherGoesAndNoneBeginsASecond() {
        openThree();
        RebuildRecords records = hubs.get(0).bean(RebuildRecords.class);
        IndexRebuild begun = records.begin("Anna", 1, id -> {});

        IndexRebuilds other = hubs.get(1).bean(IndexRebuilds.class);
        assertThat(other.find(begun.id())).contains(begun);
        assertThatThrownBy(() -> other.request("Bo", id -> {})).isInstanceOf(RunRefusedException.class);

        records.ended(begun.id(), null);
        IndexRebuild second = other.request("Bo", id -> {});
        awaitAll(hub -> assertThat(hub.bean(IndexRebuilds.class)
                        .find(second.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(IndexRebuild.State.FINISHED));
    }

    final void awaitAll(Consumer<TestCatalogue> told) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> hubs.forEach(told));
    }

    private static @Nullable String answer(TestCatalogue hub) {
        ServiceId id = Samples.id("F1");
        AnswerCache.Answer answer = hub.bean(AnswerCache.class)
                .get(
                        new AnswerCache.Key(id, "sv"),
                        key -> rendering(hub.catalogue().service(id).orElseThrow()));
        return answer == null ? null : new String(answer.identity(), StandardCharsets.UTF_8);
    }

    private static AnswerCache.Rendering rendering(Service service) {
        return new AnswerCache.Rendering(
                Samples.name(service).getBytes(StandardCharsets.UTF_8), Set.of(SERVICES), "sv", service.changedAt());
    }
}
