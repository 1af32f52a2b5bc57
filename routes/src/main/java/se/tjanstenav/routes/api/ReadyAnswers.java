package se.tjanstenav.routes.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import se.tjanstenav.catalog.AnswerCache.Answer;

/** Sends answers that lie ready, with all their headers, or 304 where the caller has them already. */
final class ReadyAnswers {

    private static final String CACHING = String.valueOf(PublicCaching.PUBLIC.getHeaderValue());
    private static final String VARY =
            String.join(", ", HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.ACCEPT_LANGUAGE);

    private ReadyAnswers() {}

    /** @param links values of the {@code Link} header */
    static void send(
            Answer answer, MediaType type, List<String> links, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = ContentCoding.acceptsGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CACHING);
        response.addHeader(HttpHeaders.VARY, VARY);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, answer.contentLanguage());
        links.forEach(link -> response.addHeader(HttpHeaders.LINK, link));
        if (notModified(answer, gzip ? answer.gzipEtag() : answer.etag(), request, response)) {
            return;
        }
        byte[] body = gzip ? answer.gzip() : answer.identity();
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(type.toString());
        response.setContentLength(body.length);
        if (!HttpMethod.HEAD.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** Sets what tells this answer from another one, and the status where the caller has it. */
    private static boolean notModified(
            Answer answer, String etag, HttpServletRequest request, HttpServletResponse response) {
        Instant changed = answer.lastModified();
        long lastModified = changed == null ? -1 : changed.toEpochMilli();
        if (asksOnCondition(request)) {
            return new ServletWebRequest(request, response).checkNotModified(etag, lastModified);
        }
        response.setHeader(HttpHeaders.ETAG, etag);
        if (changed != null) {
            response.setDateHeader(HttpHeaders.LAST_MODIFIED, lastModified);
        }
        return false;
    }

    private static boolean asksOnCondition(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                || request.getHeader(HttpHeaders.IF_MODIFIED_SINCE) != null
                || request.getHeader(HttpHeaders.IF_MATCH) != null
                || request.getHeader(HttpHeaders.IF_UNMODIFIED_SINCE) != null;
    }
}
