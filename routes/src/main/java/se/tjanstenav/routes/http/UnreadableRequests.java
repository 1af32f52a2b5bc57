package se.tjanstenav.routes.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Requests that the server cannot even read, such as one with a raw “å” in its URL, never reach a controller. They are
 * answered as problems like all others instead of as the server's own HTML page.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final String PROBLEM = """
            {"type":"%s","title":"%s","status":%d,"detail":"The request could not be read. \
            Characters beyond ASCII must be percent-encoded as UTF-8 in a URL, and encoded slashes, backslashes and \
            control characters are not allowed in a path","instance":"/"}""";

    /** After Spring Boot has added its own valve, since the last one added answers first. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemReport()));
    }

    /** Writes the problem where nothing has been written yet. */
    private static final class ProblemReport extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            boolean unreadable = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            write(response, unreadable ? ProblemType.INVALID_REQUEST : ProblemType.HUB_FAILURE);
        }

        private void write(Response response, ProblemType type) {
            byte[] body = PROBLEM.formatted(type.uri(), type.title(), response.getStatus())
                    .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException gone) {
                getContainer().getLogger().debug("The client left before it could be told", gone);
            }
        }
    }
}
