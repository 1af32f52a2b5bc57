package se.tjanstenav.routes.changes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of the catalogue, kept as docs/copying.md tells: from the stream of changes and nothing else, each connection of
 * which is cut off after some bytes.
 */
final class CatalogueCopy {

    private final HubClient hub;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> services = new TreeMap<>();
    private final Set<String> kinds = new TreeSet<>();
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
            String id = null;
            String data = null;
            for (String line = lines.readLine();
                    line != null && !String.valueOf(cursor).equals(until);
                    line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && id != null && data != null) {
                    apply(json.readTree(data));
                    cursor = id;
                    id = null;
                    data = null;
                }
            }
        }
    }

    private void apply(JsonNode change) {
        String id = change.path("service").asString();
        kinds.add(change.path("kind").asString());
        boolean gone = Set.of("removed", "merged").contains(change.path("kind").asString());
        if (gone) {
            services.remove(id);
        } else {
            var answer = hub.get("/catalog/v1/services/" + id, "Cache-Control", "no-cache");
            if (answer.statusCode() == 200) {
                services.put(id, content(answer.body()));
            } else {
                services.remove(id);
            }
        }
    }

    /** The answer as it is but for how its sources stand, which changes with each harvest and is no change of the catalogue. */
    static String content(byte[] answer) {
        JsonMapper json = new JsonMapper();
        ObjectNode service = (ObjectNode) json.readTree(answer);
        service.remove("sourceStatus");
        return json.writeValueAsString(service);
    }

    Map<String, String> services() {
        return services;
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
