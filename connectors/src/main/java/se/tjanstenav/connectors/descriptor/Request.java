package se.tjanstenav.connectors.descriptor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request. REST has a path, SOAP an action and a body.
 *
 * @param host one of the egress hosts; null means the first
 * @param body a template; see {@link BodyTemplate}
 */
public record Request(
        @Nullable String host,
        @Nullable String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String action,
        @Nullable String body) {

    public Request(
            @Nullable String host,
            @Nullable String path,
            @Nullable Map<String, String> query,
            @Nullable Map<String, String> headers,
            @Nullable String action,
            @Nullable String body) {
        this.host = host;
        this.path = path;
        this.query = query == null ? Map.of() : query;
        this.headers = headers == null ? Map.of() : headers;
        this.action = action;
        this.body = body;
    }
}
