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
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub in a process of its own, in a folder that stays when it ends. */
final class Hub implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Between looks at a harvest; asked every 20 ms, a hub spends a tenth of its time on telling how far it is. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Pattern LISTENING = Pattern.compile("Listening on http://localhost:(\\d+)");
    private static final Pattern KEY = Pattern.compile("tjn_[0-9a-f]{12}_[0-9a-f]{72}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final Child process;
    private final Duration toReady;
    private final int port;

    private Hub(Path folder, Child process, Instant started) throws Exception {
        this.folder = folder;
        this.process = process;
        process.await("the hub listens", PATIENCE, () -> LISTENING
                .matcher(process.log())
                .find());
        this.port = Integer.parseInt(told(LISTENING).group(1));
        process.await("the hub is ready", PATIENCE, this::ready);
        this.toReady = Duration.between(started, Instant.now());
    }

    /** Starts it and waits until it is ready; it limits no client, unless the settings say something about that. */
    static Hub start(Path folder, Installation installed, List<String> jvm, List<String> settings) throws Exception {
        Files.createDirectories(folder);
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--tjanstenav.harvest.on-start=false"));
        if (settings.stream().noneMatch(setting -> setting.startsWith("--tjanstenav.api.rate-limit."))) {
            all.add("--tjanstenav.api.rate-limit.enabled=false");
        }
        all.addAll(settings);
        Instant started = Instant.now();
        return new Hub(folder, Child.start(folder, folder.resolve("hub.log"), installed.command(jvm, all)), started);
    }

    private Matcher told(Pattern pattern) throws IOException {
        Matcher told = pattern.matcher(process.log());
        if (!told.find()) {
            throw new IllegalStateException("The hub in " + folder + " does not tell " + pattern);
        }
        return told;
    }

    /** It says that it listens a moment before it does. */
    private boolean ready() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri("/actuator/health/readiness")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
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

    /** How many services the query selects. */
    long total(String query) throws IOException, InterruptedException {
        return json("/catalog/v1/services?limit=1" + query).at("/meta/total").asLong();
    }

    /** All services, in Swedish, one in each line of the file. */
    void export(Path file) throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(uri("/catalog/v1/services?language=sv"))
                        .header("Accept", "application/x-ndjson")
                        .build(),
                BodyHandlers.ofFile(file));
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

    /** Harvests a feed and waits until what it brought is published. */
    Run harvest(String connector, String feed, Duration patience) throws Exception {
        Instant asked = Instant.now();
        HttpRequest request = registry("/connectors/" + connector + "/runs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"feed\": \"" + feed + "\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("No run: " + answer.statusCode() + " " + answer.body()));
        String run = location.substring(location.lastIndexOf('/'));
        JsonNode report = published(connector, patience, () -> asked("/runs" + run));
        Instant ended = Instant.parse(report.path("endedAt").asString());
        return new Run(Duration.between(asked, ended), ended, report);
    }

    /** Waits until the harvest that begins by itself where a feed is new has ended, and all it brought is found. */
    Run firstHarvest(String connector, Duration patience) throws Exception {
        JsonNode report = published(connector, patience, () -> oldestRun(connector));
        long added = report.at("/counts/added").asLong();
        process.await("its services are found", patience, PAUSE, () -> total("&agency=" + connector) >= added);
        Instant now = Instant.now();
        return new Run(Duration.between(Instant.parse(report.path("startedAt").asString()), now), now, report);
    }

    /** The report of a run that has ended well. */
    private JsonNode published(String connector, Duration patience, Callable<JsonNode> run) throws Exception {
        process.await(connector + " is harvested", patience, PAUSE, () -> !List.of("", "requested", "running")
                .contains(run.call().path("outcome").asString("")));
        JsonNode report = run.call();
        if (!report.path("outcome").asString().equals("published")) {
            throw new IllegalStateException("The run did not end well: " + report);
        }
        return report;
    }

    private JsonNode oldestRun(String connector) throws IOException, InterruptedException {
        JsonNode oldest = JSON.missingNode();
        // The newest come first. A run that lost its lease to a later one while much was published brought nothing.
        for (JsonNode run :
                asked("/connectors/" + connector + "/runs?limit=100").path("runs")) {
            oldest = run.path("outcome").asString().equals("abandoned") ? oldest : run;
        }
        return oldest;
    }

    private JsonNode asked(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(registry(path).build(), BodyHandlers.ofByteArray()).body());
    }

    /** @param took from asking for the run until it ended; a first one, until all that it brought was found */
    record Run(Duration took, Instant ended, JsonNode report) {}

    private HttpRequest.Builder registry(String path) throws IOException {
        return HttpRequest.newBuilder(uri("/registry/v1" + path)).header("Authorization", "Bearer " + key());
    }

    /** The operator's key is told once, at the first start; the folder keeps it. */
    private String key() throws IOException {
        Path kept = folder.resolve("operator-key");
        if (!Files.exists(kept)) {
            Files.writeString(kept, told(KEY).group());
        }
        return Files.readString(kept);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
