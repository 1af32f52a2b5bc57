package se.tjanstenav.routes.http;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Answers every fault as {@code application/problem+json} that says what is wrong and what is allowed, and nothing of
 * the hub's inside.
 */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Answers a problem; for other advices too. */
    @ExceptionHandler
    public ResponseEntity<Object> told(ProblemException e, WebRequest request) {
        ProblemDetail problem = problem(e.type(), e.detail());
        if (!e.faults().isEmpty()) {
            problem.setProperty("errors", e.faults());
        }
        return answer(problem, new HttpHeaders(), request);
    }

    /** A query that is not percent-encoded UTF-8 is met only when its parameters are first read. */
    @ExceptionHandler
    ResponseEntity<Object> undecodable(InvalidParameterException e, WebRequest request) {
        String detail = "The query cannot be decoded. Percent-encode every parameter as UTF-8";
        return answer(problem(ProblemType.INVALID_REQUEST, detail), new HttpHeaders(), request);
    }

    /** Too late for a problem; the servlet container breaks the connection off, so that nobody takes the part for all. */
    @ExceptionHandler
    void broken(BrokenAnswerException e) {
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(Exception e, WebRequest request) {
        log.error("The hub failed to answer {}", request.getDescription(false), e);
        String detail = "The fault is the hub's own and has been logged; try again later";
        return answer(problem(ProblemType.HUB_FAILURE, detail), new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = e.getSupportedHttpMethods();
        String names = allowed == null
                ? "GET, HEAD, OPTIONS"
                : allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        String detail = "%s is not allowed here. Allowed: %s".formatted(Excerpt.of(e.getMethod()), names);
        return answer(problem(ProblemType.METHOD_NOT_ALLOWED, detail), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "None of the media types in Accept can be given here. Allowed: "
                + names(e.getSupportedMediaTypes(), "application/json");
        return answer(problem(ProblemType.NOT_ACCEPTABLE, detail), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = "This media type cannot be read here. Allowed: " + names(e.getSupportedMediaTypes(), "none");
        return answer(problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean registry = ("/" + e.getResourcePath()).startsWith(Roots.REGISTRY + "/");
        String root = registry ? Roots.REGISTRY : Roots.CATALOG;
        String detail = "The %s API lies under %s; its paths are listed at %s/openapi.json"
                .formatted(registry ? "registry" : "citizen", root, root);
        return answer(problem(ProblemType.UNKNOWN_RESOURCE, detail), headers, request);
    }

    private static ProblemDetail problem(ProblemType type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
        problem.setType(type.uri());
        problem.setTitle(type.title());
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders given, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(given);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (request instanceof ServletWebRequest web) {
            problem.setInstance(URI.create(web.getRequest().getRequestURI()));
        }
        return new ResponseEntity<>(problem, headers, HttpStatusCode.valueOf(problem.getStatus()));
    }

    private static String names(List<MediaType> types, String otherwise) {
        return types.isEmpty() ? otherwise : MediaType.toString(types);
    }
}
