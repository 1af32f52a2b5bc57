package se.tjanstenav.connectors.egress;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import se.tjanstenav.connectors.fault.Excerpt;

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

    /** Whether an address is asked without TLS. */
    static boolean isPlain(URI address) {
        return "http".equalsIgnoreCase(address.getScheme());
    }

    /** Method, host and path; the query may hold secrets and is left out. */
    String shown() {
        String path = uri.getPath() == null ? "" : uri.getPath();
        return "%s %s".formatted(method, Excerpt.of("%s://%s%s".formatted(uri.getScheme(), uri.getAuthority(), path)));
    }

    @Override
    public String toString() {
        return shown();
    }
}
