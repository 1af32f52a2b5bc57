package se.tjanstenav.mocks.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps web pages of others from the admin address. A page whose host name was pointed at loopback still sends that name as
 * {@code Host}, and a form posted from elsewhere tells its origin; both are refused.
 */
final class AdminGuard {

    private static final Pattern LOOPBACK =
            Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private AdminGuard() {}

    /** Why the request must not be obeyed, if so. */
    static Optional<String> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !LOOPBACK.matcher(hosts.get(0)).matches()) {
            return Optional.of("Only 127.0.0.1, localhost and [::1] are served here; open http://127.0.0.1:"
                    + exchange.getLocalAddress().getPort() + "/");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Optional.empty();
        }
        String own = "http://" + hosts.get(0);
        boolean foreign =
                headers.getOrDefault("Origin", List.of()).stream().anyMatch(origin -> !origin.equalsIgnoreCase(own))
                        || headers.getOrDefault("Sec-Fetch-Site", List.of()).stream()
                                .anyMatch(site -> !OWN_SITES.contains(site));
        return foreign ? Optional.of("Only this page's own forms and programs may post here") : Optional.empty();
    }
}
