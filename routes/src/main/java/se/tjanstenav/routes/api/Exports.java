package se.tjanstenav.routes.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import se.tjanstenav.routes.http.BrokenAnswerException;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.QueryParameters;

/**
 * Sends whole selections row by row, at the pace of whoever reads them. Few at a time, since a slow reader holds a thread
 * for as long as it likes. One who hangs up ends it quietly; a failure of the hub breaks the connection off, so that no
 * part passes for the whole.
 */
@Component
class Exports {

    static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");
    static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");

    /** How many are sent at a time. */
    static final int AT_ONCE = 16;

    private static final Logger log = LoggerFactory.getLogger(Exports.class);
    private static final int BUFFER = 16 * 1024;
    private static final String AGAIN_AFTER_SECONDS = "60";

    /** What is said of the rows; the other headers are the filters', and hold for a problem as well. */
    private static final List<String> OF_THE_ROWS =
            List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.CACHE_CONTROL);

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Writes all rows; its I/O errors are the reader's. */
    @FunctionalInterface
    interface Rows {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Parameters of a list that mean nothing where the whole is sent. */
    static void refuseParts(QueryParameters parameters, String... others) {
        String whole = "an export is the whole selection in a fixed order; leave it out, or ask for application/json";
        parameters.refuse("limit", whole);
        parameters.refuse("offset", whole);
        for (String other : others) {
            parameters.refuse(other, whole);
        }
    }

    /** Headers for an answer that is saved as a file of its own. */
    static void asFile(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    void send(
            HttpServletRequest request,
            HttpServletResponse response,
            MediaType mediaType,
            Languages languages,
            Rows rows) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, languages.first());
        send(request, response, mediaType, rows);
    }

    /** Sends what is the same to every reader, whatever languages they prefer. */
    void send(HttpServletRequest request, HttpServletResponse response, MediaType mediaType, Rows rows) {
        // Else the filter that tags answers would hold all of this one.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        response.setContentType(mediaType.toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, PublicCaching.PUBLIC.getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        if (!free.tryAcquire()) {
            withdraw(response);
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
            String detail = "%d exports are being sent already; try again in a minute".formatted(AT_ONCE);
            throw new ProblemException(ProblemType.UNAVAILABLE, detail);
        }
        try {
            write(request, response, rows);
        } finally {
            free.release();
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, Rows rows) {
        try {
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            rows.writeTo(out);
            out.flush();
        } catch (IOException hungUp) {
            log.debug("The reader of {} hung up", request.getRequestURI(), hungUp);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                throw new BrokenAnswerException(request.getRequestURI(), e);
            }
            withdraw(response);
            throw e;
        }
    }

    private static void withdraw(HttpServletResponse response) {
        response.resetBuffer();
        response.setContentType(null);
        OF_THE_ROWS.forEach(header -> response.setHeader(header, null));
    }

    /** How many are being sent. */
    int underWay() {
        return AT_ONCE - free.availablePermits();
    }
}
