package se.tjanstenav.searchnode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One OpenSearch node that listens on the loopback interface. It takes about five seconds to start and a quarter of a
 * gigabyte, so tests share one and tell their indexes apart by prefix.
 */
public final class OpenSearchNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final URI uri;

    private OpenSearchNode(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts a node on a free port and returns when it takes requests. */
    public static OpenSearchNode start(Path folder) {
        return start(folder, 0);
    }

    /** As {@link #start(Path)}, on a port that was this node's before. */
    public static OpenSearchNode start(Path folder, int port) {
        try {
            Path ports = folder.resolve("node_1/logs/http.ports");
            Files.createDirectories(folder);
            Files.deleteIfExists(ports);
            Path log = folder.resolve("node.log");
            Process process = launch(folder, port, log);
            try {
                return new OpenSearchNode(process, URI.create("http://" + awaitAddress(process, ports, log)));
            } catch (RuntimeException | IOException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("OpenSearch cannot be started in " + folder, e);
        }
    }

    private static Process launch(Path folder, int port, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        NodeMain.class.getName(),
                        folder.toAbsolutePath().toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static String classPath() throws IOException {
        String own = Path.of(URI.create(OpenSearchNode.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
        try (InputStream libraries = Objects.requireNonNull(
                OpenSearchNode.class.getResourceAsStream("node.classpath"),
                "Build the module searchnode with Maven; it writes the node's class path beside its classes")) {
            return own
                    + System.getProperty("path.separator")
                    + new String(libraries.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** The node writes the addresses it listens on into a file when it is ready. */
    private static String awaitAddress(Process process, Path ports, Path log) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (Files.exists(ports)) {
                return Files.readAllLines(ports).get(0);
            }
            if (ended(process, 100)) {
                break;
            }
        }
        throw new IllegalStateException("OpenSearch did not start; see " + log);
    }

    private static boolean ended(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for OpenSearch", e);
        }
    }

    /** Where the node takes requests. */
    public URI uri() {
        return uri;
    }

    /** Ends the node at once, as a crash would, and returns when it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        if (!ended(process, PATIENCE.toMillis())) {
            throw new IllegalStateException("OpenSearch at " + uri + " does not end");
        }
    }
}
