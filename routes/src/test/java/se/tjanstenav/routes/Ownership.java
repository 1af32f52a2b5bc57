package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asserts that what belongs to one agency does not exist for another: no answer tells it from what nobody has. */
public final class Ownership {

    private final String id;
    private final String unknown;

    private Ownership(String id, String unknown) {
        this.id = id;
        this.unknown = unknown;
    }

    /**
     * Of a thing with an id.
     *
     * @param unknown an id of the same form that nothing has
     */
    public static Ownership of(String id, String unknown) {
        return new Ownership(id, unknown);
    }

    /**
     * A request on a thing.
     *
     * @param path with {@code {id}} where the id stands
     */
    public record Call(
            String method,
            String path,
            @Nullable String mediaType,
            @Nullable String body) {

        public static Call get(String path) {
            return new Call("GET", path, null, null);
        }

        public static Call of(String method, String path) {
            return new Call(method, path, null, null);
        }

        private HttpResponse<byte[]> by(HubClient client, String id) {
            String to = path.replace("{id}", id);
            return mediaType == null || body == null
                    ? client.send(method, to)
                    : client.sendBody(method, to, mediaType, body.replace("{id}", id));
        }
    }

    /** Every call is answered to the stranger with 404, and exactly as one for the unknown id. */
    public Ownership isHiddenFrom(HubClient stranger, Call... calls) {
        for (Call call : calls) {
            HttpResponse<byte[]> foreign = call.by(stranger, id);
            HttpResponse<byte[]> nobodys = call.by(stranger, unknown);
            String what = call.method() + " " + call.path();
            assertThat(foreign.statusCode()).as(what).isEqualTo(404);
            assertThat(text(foreign).replace(id, unknown)).as(what).isEqualTo(text(nobodys));
            assertThat(headers(foreign)).as(what).isEqualTo(headers(nobodys));
        }
        return this;
    }

    /** Every call is answered to whoever may: with anything but 401, 403 and 404. */
    public Ownership isOpenTo(HubClient entitled, Call... calls) {
        assertThat(Stream.of(calls))
                .allSatisfy(call -> assertThat(call.by(entitled, id).statusCode())
                        .as(call.toString())
                        .isNotIn(401, 403, 404));
        return this;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        headers.remove("traceparent");
        headers.remove("content-length");
        return headers;
    }
}
