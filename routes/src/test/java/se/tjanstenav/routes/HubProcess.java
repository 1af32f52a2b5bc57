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

/** A hub as operators run it: in a process of its own, which can be killed and made to stand still. */
public final class HubProcess implements AutoCloseable {

    /** What the build makes. */
    public static final Path JAR = Path.of("target", "tjanstenav.jar");

    private static final List<String> USUAL_JVM = List.of("-Xmx512m");
    private static final int PATIENCE_SECONDS = 180;

    private static final Pattern LISTENING = Pattern.compile("Listening on http://localhost:(\\d+)");

    private final Process process;
    private final Path log;

    private HubProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static HubProcess start(Path folder, String logName, List<String> arguments) throws IOException {
        return start(folder, logName, JAR, USUAL_JVM, arguments);
    }

    /**
     * Starts a hub on a free port and waits until it listens.
     *
     * @param folder where it runs, and where its log is written
     * @param jar the built jar, or one installed from it
     * @param jvm options of the Java machine
     */
    public static HubProcess start(Path folder, String logName, Path jar, List<String> jvm, List<String> arguments)
            throws IOException {
        Path log = folder.resolve(logName);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-jar");
        command.add(jar.toAbsolutePath().toString());
        command.add("--server.port=0");
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        HubProcess hub = new HubProcess(process, log);
        await().alias("the hub listens; its log is " + log)
                .atMost(PATIENCE_SECONDS, SECONDS)
                .until(() -> hub.told().isPresent() || !process.isAlive());
        return hub;
    }

    HubClient client() {
        return new HubClient(port());
    }

    /** The port it listens on. */
    public int port() {
        return told().orElseThrow(() -> new IllegalStateException("The hub did not start: " + log()));
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code kill -9} does it: no shutdown hook, no flush. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Makes it stand still, as a machine that is paused does, until {@link #resume} or its death. */
    public void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("kill -" + name + " ended with " + exit);
        }
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

    private Optional<Integer> told() {
        Matcher listening = LISTENING.matcher(log());
        return listening.find() ? Optional.of(Integer.valueOf(listening.group(1))) : Optional.empty();
    }
}
