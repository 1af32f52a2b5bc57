package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import se.tjanstenav.searchnode.OpenSearchNode;

/** One OpenSearch for all tests of this process, started when the first asks for it. */
final class SharedOpenSearch {

    private SharedOpenSearch() {}

    static URI uri() {
        return Started.NODE.uri();
    }

    private static final class Started {

        static final OpenSearchNode NODE = start();

        private static OpenSearchNode start() {
            try {
                Path folder = Files.createTempDirectory("opensearch");
                OpenSearchNode node = OpenSearchNode.start(folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    node.close();
                    FileSystemUtils.deleteRecursively(folder.toFile());
                }));
                return node;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
