package se.tjanstenav.connectors.descriptor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where a live request names the service it asks for: <code>{serviceKey}</code> in the path or a value of the query, and
 * <code>{{serviceKey}}</code> in a SOAP body. It is filled with the service's code at its authority.
 */
final class ServiceKeyPlaceholder {

    static final String NAME = "serviceKey";
    static final String TEXT = "{" + NAME + "}";

    private ServiceKeyPlaceholder() {}

    static boolean in(Request request) {
        String body = request.body();
        return (request.path() != null && request.path().contains(TEXT))
                || request.query().values().stream().anyMatch(value -> value.contains(TEXT))
                || (body != null && new BodyTemplate(body).uses(NAME));
    }

    /** In the path the code is one segment at most, whatever characters it has; the query is encoded when it is sent. */
    static Request fill(Request request, String code) {
        return new Request(
                request.host(),
                replaced(request.path(), UriUtils.encode(code, StandardCharsets.UTF_8)),
                request.query().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, parameter -> parameter
                        .getValue()
                        .replace(TEXT, code))),
                request.headers(),
                request.action(),
                request.body() == null ? null : new BodyTemplate(request.body()).naming(code));
    }

    private static @Nullable String replaced(@Nullable String path, String encoded) {
        return path == null ? null : path.replace(TEXT, encoded);
    }
}
