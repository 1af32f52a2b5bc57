package se.tjanstenav.routes.traffic;

import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Names requests in metrics and traces as Spring does, and remembers how for those that are answered well: nearly all are,
 * and by few paths.
 */
final class MeasuredRequests extends DefaultServerRequestObservationConvention {

    private static final int FIRST_OF_ERRORS = 400;

    private final Map<Kind, KeyValues> known = new ConcurrentHashMap<>();

    /** @param path the controller's pattern, so there are few, whatever is asked for */
    private record Kind(String method, String path, int status) {}

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        Kind kind = kind(context);
        return kind == null
                ? super.getLowCardinalityKeyValues(context)
                : known.computeIfAbsent(kind, first -> super.getLowCardinalityKeyValues(context));
    }

    private static @Nullable Kind kind(ServerRequestObservationContext context) {
        HttpServletRequest request = context.getCarrier();
        HttpServletResponse response = context.getResponse();
        String path = context.getPathPattern();
        if (request == null || response == null || path == null || context.getError() != null) {
            return null;
        }
        int status = response.getStatus();
        return status < FIRST_OF_ERRORS ? new Kind(request.getMethod(), path, status) : null;
    }
}
