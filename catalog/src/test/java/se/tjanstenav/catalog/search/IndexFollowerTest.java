package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.ListCache;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.TestCatalogue;

class IndexFollowerTest {

    @TempDir
    private Path folder;

    private final AtomicInteger told = new AtomicInteger();
    private TestCatalogue hub;

    @BeforeEach
    void openHub() {
        hub = TestCatalogue.in(folder, new MovableClock());
        hub.sources().register(Samples.feeds());
    }

    @AfterEach
    void closeHub() {
        hub.close();
    }

    @Test
    void isToldWhenAnIndexFollowsLaterAndOnlyThen() {
        try (ServiceIndex index = ServiceIndex.open(
                LuceneBackend.open(folder.resolve("late")),
                hub.bean(StoredServices.class),
                hub.bean(ChangeLog.class),
                this::counting)) {
            assertThat(told.getAndSet(0)).isOne();
            index.lookAgain();
            assertThat(told).hasValue(0);

            hub.harvest(SERVICES, described("flytt", "Flyttanmälan"));
            index.lookAgain();
            assertThat(told).hasValue(1);
            index.lookAgain();
            assertThat(told).hasValue(1);

            index.rebuild();
            assertThat(told).hasValue(2);
        }
    }

    @Test
    void forgetsKeptAnswersWhenTheIndexIsMadeAnew() {
        assertThat(kept("före")).isEqualTo("före");
        assertThat(kept("efter")).isEqualTo("före");

        hub.bean(ServiceIndex.class).rebuild();

        assertThat(kept("efter")).isEqualTo("efter");
    }

    @Test
    void forgetsKeptAnswersWhenSomethingIsPublished() {
        assertThat(kept("före")).isEqualTo("före");

        hub.harvest(SERVICES, described("flytt", "Flyttanmälan"));

        assertThat(kept("efter")).isEqualTo("efter");
    }

    private void counting(Runnable change) {
        told.incrementAndGet();
        change.run();
    }

    private String kept(String made) {
        Rendering rendering = new Rendering(made.getBytes(StandardCharsets.UTF_8), Set.of(), "sv", null);
        return new String(
                Objects.requireNonNull(hub.bean(ListCache.class).get("q=flytt", () -> rendering))
                        .identity(),
                StandardCharsets.UTF_8);
    }
}
