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
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.json.JsonMapper;

class LuceneGenerationTest {

    private static final String SERVICE = """
            {"id": "s%d", "key": {"authority": "skatteverket", "code": "F%1$d"},
             "description": {"name": {"sv": "Flyttanmälan"}}, "channels": [], "processingTimes": [],
             "commitments": [], "changedAt": "2026-11-01T00:00:00Z",
             "provenance": [
               {"group": "description", "feed": {"connector": "skatteverket", "feed": "services"},
                "agency": "skatteverket", "competentAuthority": true, "retrievedAt": "2026-11-01T00:00:00Z"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void isOneSegmentWhenItHasBeenFilled() throws IOException {
        try (LuceneGeneration generation = LuceneGeneration.open(folder)) {
            for (int number = 0; number < 3; number++) {
                generation.write(List.of(service(number)), List.of(), 0);
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

    private static IndexedService service(int number) {
        Service service = JsonMapper.shared().readValue(SERVICE.formatted(number), Service.class);
        return new IndexedService(service, List.of());
    }
}
