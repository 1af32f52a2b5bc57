package se.tjanstenav.routes.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of the catalogue, kept as docs/copying.md tells: from the stream of changes and nothing else, each connection of
 * which is cut off after some bytes. How sources stand is no change of the catalogue; it is read from their list.
 */
final class CatalogueCopy {

    private final HubClient hub;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, ObjectNode> services = new TreeMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private int changes;
    private @Nullable String cursor;

    CatalogueCopy(HubClient hub) {
        this.hub = hub;
    }

    /**
     * Follows until the connection is cut off after so many bytes, or until the copy stands at the cursor.
     *
     * @param until null to go on until it is cut off
     */
    void follow(long bytes, @Nullable String until) throws IOException {
        String goOn = cursor == null ? "" : "Last-Event-ID: " + cursor + "\r\n";
        try (Socket socket =
                hub.open("GET /catalog/v1/changes?after=0 HTTP/1.0\r\nAccept: text/event-stream\r\n" + goOn)) {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new CutOff(socket.getInputStream(), bytes), StandardCharsets.UTF_8));
            String kind = null;
            String id = null;
            String data = null;
            while (!String.valueOf(cursor).equals(until)) {
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                if (line.startsWith("event: ")) {
                    kind = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && id != null && data != null) {
                    JsonNode change = json.readTree(data);
                    assertThat(change.path("kind").asString()).isEqualTo(kind);
                    assertThat(change.path("cursor").asString()).isEqualTo(id);
                    apply(change);
                    cursor = id;
                    kind = null;
                    id = null;
                    data = null;
                }
            }
        }
    }

    private void apply(JsonNode change) {
        assertThat(change.path("sequence").asInt())
                .as("each change once, without gaps")
                .isEqualTo(++changes);
        String id = change.path("service").asString();
        String kind = change.path("kind").asString();
        kinds.add(kind);
        services.remove(id);
        if (Set.of("added", "changed").contains(kind)) {
            HttpResponse<byte[]> answer = hub.get("/catalog/v1/services/" + id, "Cache-Control", "no-cache");
            if (answer.statusCode() == 200) {
                services.put(id, (ObjectNode) json.readTree(answer.body()));
            } else {
                assertThat(answer.statusCode()).as("what has gone since").isIn(307, 404);
            }
        }
    }

    /** Every service as it was kept, with its sources as they stand by now. */
    Map<String, JsonNode> services() {
        Map<String, ObjectNode> sources = new TreeMap<>();
        hub.json("/catalog/v1/sources").path("sources").forEach(source -> {
            ObjectNode standing = (ObjectNode) source;
            standing.remove(List.of("harvesting", "live"));
            sources.put(source.path("id").asString(), standing);
        });
        Map<String, JsonNode> current = new TreeMap<>();
        services.forEach((id, kept) -> {
            ObjectNode service = kept.deepCopy();
            ArrayNode standings = service.putArray("sourceStatus");
            kept.path("sourceStatus")
                    .forEach(source ->
                            standings.add(sources.get(source.path("id").asString())));
            current.put(id, service);
        });
        return current;
    }

    Set<String> kinds() {
        return kinds;
    }

    /** Ends after so many bytes, as a connection does that is cut off. */
    private static final class CutOff extends InputStream {

        private final InputStream in;
        private long left;

        CutOff(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? in.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = (int) Math.min(length, left);
            int read = most <= 0 ? -1 : in.read(into, offset, most);
            left -= Math.max(read, 0);
            return read;
        }
    }
}
