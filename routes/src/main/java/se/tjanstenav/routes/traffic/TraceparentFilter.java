package se.tjanstenav.routes.traffic;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the caller under which trace its request is answered, as {@code traceparent} (W3C Trace Context; national REST API
 * profile 2.0, SPA.04). The trace is the caller's own where it sent one that can be read.
 */
final class TraceparentFilter extends OncePerRequestFilter {

    static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;

    TraceparentFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.currentSpan();
        if (span != null) {
            response.setHeader(TRACEPARENT, traceparent(span.context()));
        }
        chain.doFilter(request, response);
    }

    private static String traceparent(TraceContext context) {
        String sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
