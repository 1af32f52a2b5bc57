package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.catalog.MovableClock;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.TestCatalogue;

class IndexRecoveryTest {

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void publishOne() {
        try (TestCatalogue hub = TestCatalogue.in(folder, clock)) {
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        }
    }

    @Test
    void catchesUpWithWhatWasPublishedAfterItsLastWrite() throws IOException {
        Path saved = folder.resolve("saved");
        FileSystemUtils.copyRecursively(index(), saved);
        try (TestCatalogue hub = TestCatalogue.in(folder, clock)) {
            hub.harvest(SERVICES, described("F1", "Adressändring"), described("F2", "Namnbyte"));
        }
        FileSystemUtils.deleteRecursively(index());
        FileSystemUtils.copyRecursively(saved, index());

        assertFinds("Adressändring", "Namnbyte");
    }

    @Test
    void isMadeAnewWhenItWasDeleted() throws IOException {
        FileSystemUtils.deleteRecursively(index());

        assertFinds("Flyttanmälan");
    }

    @Test
    void isMadeAnewWhenItIsCorrupt() throws IOException {
        try (Stream<Path> files = Files.walk(index())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "skräp", StandardCharsets.UTF_8);
            }
        }

        assertFinds("Flyttanmälan");
    }

    @Test
    void isMadeAnewWhenOnlyItsPositionWasLeft() throws IOException {
        FileSystemUtils.deleteRecursively(index().resolve("lucene/services"));

        assertFinds("Flyttanmälan");
    }

    @Test
    void isMadeAnewWhenItFollowedAnotherStore() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("data"));
        try (TestCatalogue hub = TestCatalogue.in(folder, clock)) {
            assertThat(hub.all()).isEmpty();
            hub.sources().register(Samples.feeds());
            hub.harvest(SERVICES, described("F9", "Namnbyte"));
        }

        assertFinds("Namnbyte");
    }

    @Test
    void belongsToOneProcess() {
        try (TestCatalogue hub = TestCatalogue.in(folder, clock)) {
            assertThat(hub.names(null)).containsExactly("Flyttanmälan");
            assertThatThrownBy(() -> TestCatalogue.in(folder, clock))
                    .rootCause()
                    .hasMessageContaining("Another process uses the search index in " + folder)
                    .hasMessageContaining("tjanstenav.catalog.index-directory");
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    private void assertFinds(String... names) {
        try (TestCatalogue hub = TestCatalogue.in(folder, clock)) {
            assertThat(hub.names(null)).containsExactly(names);
            for (String name : List.of(names)) {
                assertThat(hub.names(name)).containsExactly(name);
            }
        }
    }
}
