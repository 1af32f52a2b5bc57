package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.SearchUnavailableException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to OpenSearch that Hibernate Search has no word for, over its own client and thus with its settings. */
final class OpenSearchRequests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
    private static final int EXCERPT = 300;

    private final RestClient client;

    OpenSearchRequests(RestClient client) {
        this.client = client;
    }

    /** The answer to a request that must succeed. */
    JsonNode send(String method, String path, @Nullable String body) {
        return trySend(method, path, body, Set.of())
                .orElseThrow(() -> new IllegalStateException("OpenSearch gave no answer to " + method + " " + path));
    }

    /** The answer, or none where OpenSearch refuses with one of the given statuses. */
    Optional<JsonNode> trySend(String method, String path, @Nullable String body, Set<Integer> refusals) {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(body);
        }
        try {
            return Optional.of(read(client.performRequest(request)));
        } catch (ResponseException e) {
            int status = e.getResponse().getStatusLine().getStatusCode();
            if (refusals.contains(status)) {
                return Optional.empty();
            }
            throw failed(method, path, status, e);
        } catch (IOException e) {
            throw new SearchUnavailableException("OpenSearch cannot be reached for " + method + " " + path, e);
        }
    }

    private static JsonNode read(Response response) throws IOException {
        return response.getEntity() == null
                ? JSON.createObjectNode()
                : JSON.readTree(EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
    }

    private static RuntimeException failed(String method, String path, int status, ResponseException e) {
        String message = "OpenSearch answered %d to %s %s".formatted(status, method, path);
        if (AWAY.contains(status)) {
            return new SearchUnavailableException(message, e);
        }
        String said = String.valueOf(e.getMessage());
        return new IllegalStateException(message + ": " + said.substring(0, Math.min(EXCERPT, said.length())));
    }

    static JsonMapper json() {
        return JSON;
    }
}
