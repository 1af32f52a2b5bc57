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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One OpenSearch node that listens on the loopback interface. It takes about five seconds to start and a quarter of a
 * gigabyte, so tests share one and tell their indexes apart by prefix.
 */
public final class OpenSearchNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> SMALL =
            List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Process process;
    private final URI uri;

    private OpenSearchNode(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts a small node on a free port and returns when it takes requests. */
    public static OpenSearchNode start(Path folder) {
        return start(folder, 0);
    }

    /** As {@link #start(Path)}, on a port that was this node's before. */
    public static OpenSearchNode start(Path folder, int port) {
        return start(folder, port, SMALL, 1);
    }

    /** Starts a node as one would in production: with the memory given, and all processors. */
    public static OpenSearchNode startLarge(Path folder, int heapMegabytes) {
        List<String> jvm = List.of("-Xms" + heapMegabytes + "m", "-Xmx" + heapMegabytes + "m");
        return start(folder, 0, jvm, Runtime.getRuntime().availableProcessors());
    }

    private static OpenSearchNode start(Path folder, int port, List<String> jvm, int processors) {
        try {
            Path ports = folder.resolve("node_1/logs/http.ports");
            Files.createDirectories(folder);
            Files.deleteIfExists(ports);
            Path log = folder.resolve("node.log");
            Process process = launch(folder, port, log, jvm, processors);
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

    private static Process launch(Path folder, int port, Path log, List<String> jvm, int processors)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                classPath(),
                NodeMain.class.getName(),
                folder.toAbsolutePath().toString(),
                String.valueOf(port),
                String.valueOf(processors)));
        return new ProcessBuilder(command)
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
