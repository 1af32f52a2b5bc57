package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LuceneGenerationTest {

    private static final UUID STORE = UUID.randomUUID();

    @TempDir
    private Path folder;

    @Test
    void isCommittedAndSeenWhenItMovesOn() throws IOException {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            for (int number = 0; number < 3; number++) {
                IndexedService service = new IndexedService(Samples.service("F" + number, "Flyttanmälan"), List.of());
                generation.write(List.of(service), List.of(), 0);
            }
            assertThat(generation.count()).isZero();
            assertThat(segments(folder)).isZero();

            generation.moveTo(IndexPosition.of(STORE, 3));

            assertThat(generation.count()).isEqualTo(3);
            assertThat(segments(folder)).isPositive();
        }
    }

    @Test
    void isOneSegmentWhenItIsLaidOut() throws IOException {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            for (int number = 0; number < 3; number++) {
                write(generation, number, 1);
            }
            assertThat(segments(folder)).isEqualTo(3);

            generation.layOut();

            assertThat(segments(folder)).isOne();
            assertThat(generation.count()).isEqualTo(3);
        }
    }

    @Test
    void hasGrownWhenHalfOfItIsNew() {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            write(generation, 0, LuceneGeneration.WORTH_IT - 1);
            assertThat(generation.grown()).isFalse();
            write(generation, 0, 1);
            assertThat(generation.grown()).isTrue();

            generation.layOut();
            assertThat(generation.grown()).isFalse();
            write(generation, LuceneGeneration.WORTH_IT, 3 * LuceneGeneration.WORTH_IT);
            generation.layOut();
            write(generation, 0, 3 * LuceneGeneration.WORTH_IT / 2);
            assertThat(generation.grown()).isFalse();
            write(generation, 0, LuceneGeneration.WORTH_IT / 2);
            assertThat(generation.grown()).isTrue();
        }
    }

    @Test
    void tellsWhatCouldNotBeWrittenBeforeItMovesOn() {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            generation.write(List.of(new IndexedService(tooLongForLucene(), List.of())), List.of(), 0);

            assertThatThrownBy(() -> generation.moveTo(IndexPosition.of(STORE, 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(generation.position()).isEmpty();

            generation.moveTo(IndexPosition.of(STORE, 2));
            assertThat(generation.position()).isPresent();
        }
    }

    private static void write(LuceneGeneration generation, int from, int services) {
        generation.write(
                IntStream.range(from, from + services)
                        .mapToObj(
                                number -> new IndexedService(Samples.service("F" + number, "Flyttanmälan"), List.of()))
                        .toList(),
                List.of(),
                0);
        generation.moveTo(IndexPosition.of(STORE, 0));
    }

    private static Service tooLongForLucene() {
        JsonMapper json = JsonMapper.shared();
        ObjectNode service = json.valueToTree(Samples.service("F1", "Flyttanmälan"));
        service.withObject("/description").putArray("themes").add("x".repeat(40_000));
        return json.treeToValue(service, Service.class);
    }

    /** How many there are of what is committed, in the folder of a generation. */
    static int segments(Path folder) throws IOException {
        try (FSDirectory services = FSDirectory.open(folder.resolve(IndexMapping.SERVICES));
                DirectoryReader reader = DirectoryReader.open(services)) {
            return reader.leaves().size();
        }
    }
}
