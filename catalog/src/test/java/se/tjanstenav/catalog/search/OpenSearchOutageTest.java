package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.SearchUnavailableException;
import se.tjanstenav.catalog.TestCatalogue;

class OpenSearchOutageTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Gate gate = Gate.to(SharedOpenSearch.uri());
    private Map<String, String> settings = Map.of();

    @BeforeEach
    void choose() {
        settings = SearchBackends.openSearch(gate.uri().toString());
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void theHubStartsWithoutItAndSearchesWhenItIsThere() {
        gate.shut();
        try (TestCatalogue hub = hub()) {
            hub.sources().register(Samples.feeds());
            assertThat(hub.harvest(SERVICES, described("F1", "Flyttanmälan")).outcome())
                    .isEqualTo(RunOutcome.PUBLISHED);

            assertThat(hub.catalogue().service(Samples.id("F1"))).isPresent();
            assertThatThrownBy(() -> hub.names("flytt")).isInstanceOf(SearchUnavailableException.class);

            gate.open();
            awaitNames(hub, "flytt", "Flyttanmälan");
        }
    }

    @Test
    void whatIsPublishedWhileItIsAwayIsFoundWhenItIsBack() {
        try (TestCatalogue hub = hub()) {
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
            assertThat(hub.names("flytt")).containsExactly("Flyttanmälan");

            gate.shut();
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
            assertThatThrownBy(() -> hub.names("flytt")).isInstanceOf(SearchUnavailableException.class);

            gate.open();
            awaitNames(hub, "namnbyte", "Namnbyte");
        }
    }

    @Test
    void aHubThatStartsWhileItIsAwayCatchesUpWithAnIndexOfBefore() {
        try (TestCatalogue hub = hub()) {
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        }
        gate.shut();
        try (TestCatalogue hub = hub()) {
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
            gate.open();

            awaitNames(hub, "namnbyte", "Namnbyte");
            assertThat(hub.names("flytt")).containsExactly("Flyttanmälan");
        }
    }

    private static void awaitNames(TestCatalogue hub, String text, String... names) {
        await().atMost(PATIENCE)
                .ignoreException(SearchUnavailableException.class)
                .untilAsserted(() -> assertThat(hub.names(text)).containsExactly(names));
    }

    private TestCatalogue hub() {
        return TestCatalogue.on("jdbc:sqlite:" + folder.resolve("c.db"), folder, new MovableClock(), settings);
    }
}
