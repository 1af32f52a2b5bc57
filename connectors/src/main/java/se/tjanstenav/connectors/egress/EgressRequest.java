package se.tjanstenav.connectors.egress;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * One request.
 *
 * @param headers printable ASCII values only
 * @param body null for none
 * @param secretAnswer whether the answer holds a secret, so that no piece of it may be shown
 */
public record EgressRequest(
        HttpMethod method, URI uri, Map<String, String> headers, byte @Nullable [] body, boolean secretAnswer) {

    public EgressRequest {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (value.chars().anyMatch(character -> character < 0x20 || character > 0x7e)) {
                throw new IllegalArgumentException("The header " + name + " holds characters that headers must not");
            }
        });
    }

    public static EgressRequest get(URI uri, Map<String, String> headers) {
        return new EgressRequest(HttpMethod.GET, uri, headers, null, false);
    }

    /** Method, host and path; the query may hold secrets and is left out. */
    String shown() {
        return "%s https://%s%s".formatted(method, uri.getAuthority(), uri.getPath() == null ? "" : uri.getPath());
    }

    @Override
    public String toString() {
        return shown();
    }
}
