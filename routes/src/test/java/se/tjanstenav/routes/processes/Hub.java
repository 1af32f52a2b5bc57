package se.tjanstenav.routes.processes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubProcess;

/** One hub that is started, killed and started again as the same one: its folder and settings stay. */
final class Hub implements AutoCloseable {

    /** Readers of these tests ask again as soon as they are answered. */
    private static final String UNLIMITED = "--tjanstenav.api.rate-limit.enabled=false";

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Pattern KEY = Pattern.compile("tjn_[0-9a-f]{12}_[0-9a-f]{72}");

    private final String name;
    private final Path folder;
    private final List<String> settings;
    private volatile @Nullable HubProcess process;
    private volatile @Nullable Integer port;
    private int starts;

    Hub(String name, Path folder, List<String> settings) {
        this.name = name;
        this.folder = folder;
        this.settings = Stream.concat(settings.stream(), Stream.of(UNLIMITED)).toList();
    }

    String name() {
        return name;
    }

    /** Starts it and waits until it listens. */
    Hub start() throws IOException {
        Files.createDirectories(folder);
        Installation installed = Installation.ofThisBuild();
        List<String> jvm = new ArrayList<>(SMALL);
        jvm.add(installed.archiveOption());
        HubProcess started = HubProcess.start(folder, name + "-" + ++starts + ".log", installed.jar(), jvm, settings);
        process = started;
        port = started.port();
        return this;
    }

    /** Where it listens, unless it is down. */
    Optional<Integer> port() {
        return Optional.ofNullable(port);
    }

    HubClient client() {
        return new HubClient(port().orElseThrow(() -> new IllegalStateException(name + " is down")));
    }

    String log() {
        return running().log();
    }

    /** The operator's key, which the first hub on a new database tells in its log. */
    String operatorKey() {
        return await().alias(name + " tells the first key")
                .atMost(60, SECONDS)
                .until(() -> KEY.matcher(log()).results().findFirst(), Optional::isPresent)
                .orElseThrow()
                .group();
    }

    void kill() throws InterruptedException {
        port = null;
        running().kill();
    }

    void suspend() throws IOException, InterruptedException {
        running().suspend();
    }

    void resume() throws IOException, InterruptedException {
        running().resume();
    }

    private HubProcess running() {
        HubProcess known = process;
        if (known == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return known;
    }

    @Override
    public void close() {
        HubProcess known = process;
        if (known != null) {
            port = null;
            known.close();
        }
    }
}
