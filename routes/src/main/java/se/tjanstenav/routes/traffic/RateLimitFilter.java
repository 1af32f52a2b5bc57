package se.tjanstenav.routes.traffic;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/**
 * Lets no client ask more than its allowance, so that one of them cannot take the hub from the others: 429 with
 * {@code Retry-After} (RFC 6585, section 4).
 */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final String DETAIL =
            "This client may make %d requests a second, and %d at once. Wait as long as Retry-After says; to copy the "
                    + "whole catalogue, ask for application/x-ndjson or follow /catalog/v1/changes instead";

    private final ClientAllowances allowances;
    private final HandlerExceptionResolver answers;
    private final String detail;

    /**
     * @param answers writes a problem as it is written for controllers
     */
    RateLimitFilter(ClientAllowances allowances, TrafficProperties properties, HandlerExceptionResolver answers) {
        this.allowances = allowances;
        this.answers = answers;
        this.detail = DETAIL.formatted(properties.requestsPerSecond(), properties.burst());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = allowances.take(ClientAddress.of(request.getRemoteAddr()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
        answers.resolveException(request, response, null, new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail));
    }

    /** Rounded up, since a client that comes too early is refused again. */
    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusSeconds(1).minusNanos(1).toSeconds();
    }
}
