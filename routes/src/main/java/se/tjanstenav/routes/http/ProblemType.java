package se.tjanstenav.routes.http;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** The kinds of problem the API answers with (RFC 9457); the URN is stable and may be relied on. */
public enum ProblemType {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid"),
    UNKNOWN_SERVICE(HttpStatus.NOT_FOUND, "unknown-service", "There is no such service"),
    UNKNOWN_AGENCY(HttpStatus.NOT_FOUND, "unknown-agency", "There is no such agency"),
    UNKNOWN_LIFE_EVENT(HttpStatus.NOT_FOUND, "unknown-life-event", "There is no such life event or business event"),
    UNKNOWN_RESOURCE(HttpStatus.NOT_FOUND, "unknown-resource", "There is nothing at this path"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "The method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "The media type cannot be given"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "The media type cannot be read"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "The request does not say who makes it"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "The caller may not do this"),
    CONFLICT(HttpStatus.CONFLICT, "conflict", "The state of the resource does not allow this"),
    CURSOR_GONE(HttpStatus.GONE, "cursor-gone", "The change that the cursor stands for is not in the log"),
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED, "precondition-failed", "The resource is not as the caller has seen it"),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "address-too-long", "The address is too long"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large"),
    INVALID_DESCRIPTOR(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-descriptor", "The descriptor has faults"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "There were too many requests"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "The hub cannot answer this at present"),
    HUB_FAILURE(HttpStatus.INTERNAL_SERVER_ERROR, "hub-failure", "The hub failed");

    private static final Set<ProblemType> OF_THE_REGISTRY =
            EnumSet.of(UNAUTHENTICATED, FORBIDDEN, CONFLICT, PRECONDITION_FAILED, TOO_LARGE, INVALID_DESCRIPTOR);

    private final HttpStatus status;
    private final URI uri;
    private final String title;

    ProblemType(HttpStatus status, String name, String title) {
        this.status = status;
        this.uri = URI.create("urn:tjanstenav:problem:" + name);
        this.title = title;
    }

    /** Whether the citizen API answers with it. */
    public boolean ofCitizens() {
        return !OF_THE_REGISTRY.contains(this);
    }

    HttpStatus status() {
        return status;
    }

    /** Identifies the kind of problem. */
    public URI uri() {
        return uri;
    }

    String title() {
        return title;
    }
}
