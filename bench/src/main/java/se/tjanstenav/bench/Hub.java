package se.tjanstenav.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, in a folder that stays when it ends. */
final class Hub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern LISTENING = Pattern.compile("Listening on http://localhost:(\\d+)");
    private static final Pattern KEY = Pattern.compile("tjn_[0-9a-f]{12}_[0-9a-f]{72}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final Child process;
    private final Duration toReady;
    private final int port;

    private Hub(Path folder, Child process, Instant started) throws IOException, InterruptedException {
        this.folder = folder;
        this.process = process;
        process.await("the hub listens", PATIENCE, () -> listening(process) != null);
        Matcher told = LISTENING.matcher(process.log());
        if (!told.find()) {
            throw new IllegalStateException("The hub does not tell its port");
        }
        this.port = Integer.parseInt(told.group(1));
        process.await("the hub is ready", PATIENCE, () -> ready(port));
        this.toReady = Duration.between(started, Instant.now());
    }

    /** Starts it and waits until it is ready. */
    static Hub start(Path folder, Installation installed, List<String> jvm, List<String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0", "--tjanstenav.api.rate-limit.enabled=false", "--tjanstenav.harvest.on-start=false"));
        all.addAll(settings);
        Instant started = Instant.now();
        return new Hub(folder, Child.start(folder, folder.resolve("hub.log"), installed.command(jvm, all)), started);
    }

    private static @Nullable String listening(Child process) {
        try {
            Matcher told = LISTENING.matcher(process.log());
            return told.find() ? told.group(1) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private boolean ready(int at) {
        try {
            URI health = URI.create("http://127.0.0.1:" + at + "/actuator/health/readiness");
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    int port() {
        return port;
    }

    /** From the start of the process until it said that it is ready. */
    Duration toReady() {
        return toReady;
    }

    Child process() {
        return process;
    }

    /** A good answer's body. */
    byte[] get(String pathAndQuery) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(HttpRequest.newBuilder(uri(pathAndQuery)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(pathAndQuery + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }

    JsonNode json(String pathAndQuery) throws IOException, InterruptedException {
        return JSON.readTree(get(pathAndQuery));
    }

    String entityTag(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(pathAndQuery)).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new IllegalStateException(pathAndQuery + " has no entity tag"));
    }

    /** Asks for a harvest of all feeds of a connector, and does not wait for it. */
    void ask(String connector) throws IOException, InterruptedException {
        http.send(
                registry("/connectors/" + connector + "/runs")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
    }

    /** Harvests a feed and waits until what it brought is published and found. */
    Run harvest(String connector, String feed, Duration patience) throws IOException, InterruptedException {
        Instant asked = Instant.now();
        HttpRequest request = registry("/connectors/" + connector + "/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"feed\": \"" + feed + "\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        String run = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("No run: " + answer.statusCode() + " " + answer.body()));
        JsonNode[] report = new JsonNode[1];
        process.await(connector + " is harvested", patience, () -> {
            report[0] = report(run);
            return !List.of("requested", "running")
                    .contains(report[0].path("outcome").asString());
        });
        Duration took = Duration.between(asked, Instant.now());
        JsonNode ended = report[0];
        if (!ended.path("outcome").asString().equals("published")) {
            throw new IllegalStateException("The run did not end well: " + ended);
        }
        return new Run(took, Instant.now(), ended);
    }

    /** Waits until the harvest that begins by itself where a feed is new has ended, and all it brought is found. */
    Run firstHarvest(String connector, Duration patience) throws IOException, InterruptedException {
        JsonNode[] first = new JsonNode[1];
        process.await(connector + " is harvested", patience, () -> {
            first[0] = oldestRun(connector);
            String outcome = first[0].path("outcome").asString("");
            return !outcome.isEmpty() && !List.of("requested", "running").contains(outcome);
        });
        JsonNode ended = first[0];
        if (!ended.path("outcome").asString().equals("published")) {
            throw new IllegalStateException("The run did not end well: " + ended);
        }
        long published = ended.at("/counts/added").asLong();
        process.await("its services are found", patience, () -> found(connector) >= published);
        Instant now = Instant.now();
        return new Run(Duration.between(Instant.parse(ended.path("startedAt").asString()), now), now, ended);
    }

    private long found(String agency) {
        try {
            return json("/catalog/v1/services?limit=1&agency=" + agency)
                    .at("/meta/total")
                    .asLong();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode oldestRun(String connector) {
        try {
            HttpRequest request =
                    registry("/connectors/" + connector + "/runs?limit=100").build();
            JsonNode oldest = JSON.missingNode();
            // The newest come first. A run that lost its lease to a later one while much was published brought nothing.
            for (JsonNode run : JSON.readTree(
                            http.send(request, BodyHandlers.ofByteArray()).body())
                    .path("runs")) {
                oldest = run.path("outcome").asString().equals("abandoned") ? oldest : run;
            }
            return oldest;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param took from asking for the run until it was seen to have ended */
    record Run(Duration took, Instant ended, JsonNode report) {}

    private JsonNode report(String location) {
        try {
            String path = location.substring(location.indexOf("/registry/v1") + "/registry/v1".length());
            return JSON.readTree(http.send(registry(path).build(), BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder registry(String path) throws IOException {
        return HttpRequest.newBuilder(uri("/registry/v1" + path)).header("Authorization", "Bearer " + key());
    }

    /** The operator's key is told once, at the first start; the folder keeps it. */
    private String key() throws IOException {
        Path kept = folder.resolve("operator-key");
        if (!Files.exists(kept)) {
            Matcher told = KEY.matcher(process.log());
            if (!told.find()) {
                throw new IllegalStateException("The hub in " + folder + " does not tell its key");
            }
            Files.writeString(kept, told.group());
        }
        return Files.readString(kept);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
