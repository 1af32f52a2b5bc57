package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.Contribution;

class LuceneIndexRecoveryTest extends IndexRecoveryContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.lucene();
    }

    @Override
    void deleteIndex() throws IOException {
        FileSystemUtils.deleteRecursively(index());
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
        FileSystemUtils.deleteRecursively(index().resolve("lucene-000001/services"));

        assertFinds("Flyttanmälan");
    }

    @Test
    void throwsAwayWhatACrashLeftHalfMade() throws IOException {
        FileSystemUtils.copyRecursively(
                index().resolve("lucene-000001/services"), index().resolve("lucene-000002/services"));
        Files.createDirectories(index().resolve("lucene/services"));

        assertFinds("Flyttanmälan");
        assertThat(index())
                .isDirectoryNotContaining("glob:**/lucene")
                .isDirectoryNotContaining("glob:**/lucene-000002");
    }

    @Test
    void isLaidOutForSearchesWhenItHasGrown() {
        try (TestCatalogue hub = hub()) {
            hub.harvest(SERVICES, services(LuceneGeneration.WORTH_IT / 2));
            hub.harvest(SERVICES, services(1 + LuceneGeneration.WORTH_IT));

            await().untilAsserted(() -> assertThat(LuceneGenerationTest.segments(index().resolve("lucene-000001")))
                    .isOne());
        }
    }

    private static Contribution[] services(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(each -> described("F" + each, "Flyttanmälan"))
                .toArray(Contribution[]::new);
    }

    @Test
    void belongsToOneProcess() {
        try (TestCatalogue hub = hub()) {
            assertThat(hub.names(null)).containsExactly("Flyttanmälan");
            assertThatThrownBy(this::hub)
                    .rootCause()
                    .hasMessageContaining("Another process uses the search index in " + folder)
                    .hasMessageContaining("tjanstenav.catalog.index-directory");
        }
    }

    private Path index() {
        return folder.resolve("index");
    }
}
