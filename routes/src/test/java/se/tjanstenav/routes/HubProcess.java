package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub as operators run it: the built jar in a process of its own, which can be killed. */
final class HubProcess implements AutoCloseable {

    static final Path JAR = Path.of("target", "tjanstenav.jar");

    private static final Pattern LISTENING = Pattern.compile("Listening on http://localhost:(\\d+)");

    private final Process process;
    private final Path log;

    private HubProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static HubProcess start(Path folder, String logName, List<String> arguments) throws IOException {
        Path log = folder.resolve(logName);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-jar");
        command.add(JAR.toAbsolutePath().toString());
        command.add("--server.port=0");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        HubProcess hub = new HubProcess(process, log);
        await().alias("the hub listens; its log is " + log)
                .atMost(60, SECONDS)
                .until(() -> hub.port().isPresent() || !process.isAlive());
        return hub;
    }

    HubClient client() {
        return new HubClient(port().orElseThrow(() -> new IllegalStateException("The hub did not start: " + log())));
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does it: no shutdown hook, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill} does it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Integer> port() {
        Matcher listening = LISTENING.matcher(log());
        return listening.find() ? Optional.of(Integer.valueOf(listening.group(1))) : Optional.empty();
    }
}
