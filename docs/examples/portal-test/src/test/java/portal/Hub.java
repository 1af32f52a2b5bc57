package portal;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.tjanstenav.mocks.StubAgencies;

/** The hub's jar in a process of its own, on a free port, with stub agencies behind it. */
final class Hub implements AutoCloseable {

    private static final String DESCRIPTOR = "classpath*:/se/tjanstenav/connectors/agencies/%s/connector.yaml";
    private static final Pattern LISTENS = Pattern.compile("Listening on (http://localhost:\\d+)");

    private final Process process;
    private final Path log;

    /** Returns when everything has been harvested; all that the hub keeps is in the folder. */
    Hub(StubAgencies agencies, Path folder) throws IOException {
        agencies.writeTo(folder);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of(System.getProperty("hub.jar")).toRealPath().toString(),
                "--server.port=0",
                "--tjanstenav.connectors.secrets=" + folder,
                "--tjanstenav.connectors.egress.trust=" + folder.resolve("ca.pem"),
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                // So that the hub notices soon what the test does to an agency.
                "--db-scheduler.polling-interval=200ms",
                "--tjanstenav.connectors.egress.breaker-open-for=1s",
                "--tjanstenav.harvest.longest-pause=1s",
                "--tjanstenav.harvest.retry-after=1s",
                "--tjanstenav.harvest.retry-at-most=1s"));
        command.add("--tjanstenav.connectors.descriptors="
                + agencies.agencies().stream().map(DESCRIPTOR::formatted).collect(Collectors.joining(",")));
        agencies.addresses()
                .forEach((host, address) -> command.add("--tjanstenav.connectors.egress.connect-to[%s]=127.0.0.1:%d"
                        .formatted(host, address.getPort())));

        log = folder.resolve("hub.log");
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(3, MINUTES).ignoreExceptions().until(() -> !process.isAlive() || harvested());
            address();
        } catch (RuntimeException e) {
            close();
            throw new IllegalStateException("The hub did not start:\n" + Files.readString(log), e);
        }
    }

    URI address() throws IOException {
        Matcher listens = LISTENS.matcher(Files.readString(log));
        if (!listens.find() || !process.isAlive()) {
            throw new IllegalStateException("The hub does not listen");
        }
        return URI.create(listens.group(1));
    }

    private boolean harvested() throws IOException, InterruptedException {
        HttpRequest sources =
                HttpRequest.newBuilder(address().resolve("/catalog/v1/sources")).build();
        String statuses = HttpClient.newHttpClient()
                .send(sources, BodyHandlers.ofString())
                .body();
        return statuses.contains("fromSource")
                && !statuses.contains("notYetSynced")
                && !statuses.contains("SyncFailed");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
