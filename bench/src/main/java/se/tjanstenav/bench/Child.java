package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A process of the benchmarks' own, which ends with them. */
final class Child implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Process process;
    private final Path log;
    private final Thread atExit;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @param log where it writes what it has to say */
    static Child start(Path folder, Path log, List<String> command) throws IOException {
        return new Child(
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /** Runs to its end, which must be a good one. */
    static void run(Path folder, Path log, List<String> command) throws IOException, InterruptedException {
        try (Child child = start(folder, log, command)) {
            int exit = child.process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + exit + ": " + child.log());
            }
        }
    }

    long pid() {
        return process.pid();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits until that is so; fails if the process ends or the patience does. */
    void await(String what, Duration patience, Callable<Boolean> reached) throws Exception {
        await(what, patience, SOON, reached);
    }

    /** @param pause between one look and the next, since each costs the process something too */
    void await(String what, Duration patience, Duration pause, Callable<Boolean> reached) throws Exception {
        Instant until = Instant.now().plus(patience);
        while (!reached.call()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                throw new IllegalStateException("Waited in vain until " + what + ": " + log());
            }
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        }
    }

    /** Waits until it has hardly anything to do any more, so that whatever is measured next has the machine for itself. */
    void awaitRest(Duration patience) throws Exception {
        await("it rests", patience, () -> {
            Duration before = processorTime();
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            return processorTime().minus(before).compareTo(LOOK.dividedBy(10)) < 0;
        });
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How much memory it has in the machine's eyes, in bytes. */
    long residentMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook runs, which does no harm.
        }
    }
}
