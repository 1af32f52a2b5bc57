package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.Samples;

class LuceneGenerationTest {

    @TempDir
    private Path folder;

    @Test
    void isOneSegmentWhenItHasBeenFilled() throws IOException {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            for (int number = 0; number < 3; number++) {
                IndexedService service = new IndexedService(Samples.service("F" + number, "Flyttanmälan"), List.of());
                generation.write(List.of(service), List.of(), 0);
            }
            assertThat(segments()).isEqualTo(3);

            generation.filled();
            generation.moveTo(IndexPosition.of(UUID.randomUUID(), 0));

            assertThat(segments()).isOne();
            assertThat(generation.count()).isEqualTo(3);
        }
    }

    private int segments() throws IOException {
        try (FSDirectory services = FSDirectory.open(folder.resolve(IndexMapping.SERVICES));
                DirectoryReader reader = DirectoryReader.open(services)) {
            return reader.leaves().size();
        }
    }
}
