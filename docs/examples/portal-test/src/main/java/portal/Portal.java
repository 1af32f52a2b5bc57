package portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A very small portal: it finds a service in the catalogue and shows it. */
public final class Portal {

    /** What a reader sees, line by line. */
    public record Page(String name, List<String> times, List<String> promises, String freshness) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI hub;
    private final Clock clock;

    public Portal(URI hub, Clock clock) {
        this.hub = hub;
        this.clock = clock;
    }

    /** The service that the words find best. */
    public Page find(String words) throws IOException, InterruptedException {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        String id = get("/catalog/v1/services?language=en&limit=1&q=" + query)
                .requiredAt("/services/0/id")
                .asString();
        JsonNode service = get("/catalog/v1/services/" + id + "?language=en");
        return new Page(
                service.path("name").asString(),
                service.path("processingTimes").valueStream().map(Portal::time).toList(),
                service.path("commitments").findValuesAsString("statement"),
                freshness(service.path("sourceStatus")));
    }

    private static String time(JsonNode time) {
        String value = time.path("value").asString()
                + (time.has("upTo") ? "–" + time.path("upTo").asString() : "");
        String unit = time.path("unit").asString().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return "%s: %s %s (%s)"
                .formatted(
                        time.path("caseType").asString("All"),
                        value,
                        unit,
                        time.path("kind").asString());
    }

    /** Which of the sources fail, and how old the oldest of what is shown is. */
    private String freshness(JsonNode sources) {
        String failing = sources.valueStream()
                .filter(source -> source.path("status").asString().equals("fromCacheSyncFailed"))
                .map(source -> source.path("title").asString())
                .distinct()
                .collect(Collectors.joining(", "));
        Instant oldest = sources.findValuesAsString("lastSuccess").stream()
                .map(Instant::parse)
                .min(Instant::compareTo)
                .orElseThrow();
        long hours = Duration.between(oldest, clock.instant()).toHours();
        return failing.isEmpty() ? "Up to date" : failing + " does not answer; as known " + hours + " hours ago";
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.resolve(path)).build();
        return json.readTree(http.send(request, BodyHandlers.ofByteArray()).body());
    }
}
