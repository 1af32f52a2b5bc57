package se.tjanstenav.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** OpenSearch as one would set it up for this: its Swedish analyzer, the fields weighed, the total counted. */
final class OpenSearchRival {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BATCH = 1000;

    private static final String INDEX = """
            {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "requests.cache.enable": false},
             "mappings": {"properties": {
               "name": {"type": "text", "analyzer": "swedish"},
               "summary": {"type": "text", "analyzer": "swedish"},
               "description": {"type": "text", "analyzer": "swedish"},
               "keywords": {"type": "text", "analyzer": "swedish"},
               "agency": {"type": "keyword"},
               "themes": {"type": "keyword"}}}}
            """;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI node;

    OpenSearchRival(URI node) {
        this.node = node;
    }

    String version() throws IOException, InterruptedException {
        return JSON.readTree(send("GET", "/", "").body()).at("/version/number").asString();
    }

    void load(Path documents) throws IOException, InterruptedException {
        send("PUT", "/services", INDEX);
        StringBuilder batch = new StringBuilder();
        int lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(documents)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Documents document = Documents.of(line);
                batch.append("{\"index\": {\"_id\": \"").append(document.id()).append("\"}}\n");
                batch.append(JSON.writeValueAsString(document)).append('\n');
                if (++lines % BATCH == 0) {
                    send("POST", "/services/_bulk", batch.toString());
                    batch.setLength(0);
                }
            }
        }
        if (!batch.isEmpty()) {
            send("POST", "/services/_bulk", batch.toString());
        }
        send("POST", "/services/_forcemerge?max_num_segments=1", "");
        send("POST", "/services/_refresh", "");
    }

    /** The question as a line for {@link Wrk}. */
    String request(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("size", 20).put("track_total_hits", true);
        ObjectNode bool = body.putObject("query").putObject("bool");
        ObjectNode match = bool.putArray("must").addObject().putObject("multi_match");
        match.put("query", question.words()).put("type", "best_fields");
        match.putArray("fields")
                .add("name^4")
                .add("keywords^2")
                .add("summary^2")
                .add("description");
        if (question.agency() != null) {
            bool.putArray("filter").addObject().putObject("term").put("agency", question.agency());
        }
        if (question.facets()) {
            ObjectNode counts = body.putObject("aggs");
            counts.putObject("agency").putObject("terms").put("field", "agency").put("size", 100);
            counts.putObject("theme").putObject("terms").put("field", "themes").put("size", 100);
        }
        return "/services/_search " + JSON.writeValueAsString(body);
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(node.resolve(path))
                        .header("Content-Type", path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        JsonNode json = JSON.readTree(answer.body());
        if (answer.statusCode() > 299 || json.path("errors").asBoolean()) {
            throw new IllegalStateException(path + ": "
                    + answer.body().substring(0, Math.min(500, answer.body().length())));
        }
        return answer;
    }
}
