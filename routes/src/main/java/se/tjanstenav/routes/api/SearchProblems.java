package se.tjanstenav.routes.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import se.tjanstenav.catalog.SearchUnavailableException;
import se.tjanstenav.routes.http.ProblemAdvice;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** Answers searches while the search server is away; comes before the advice that takes every exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchProblems {

    private static final Logger log = LoggerFactory.getLogger(SearchProblems.class);

    /** The hub looks for its index twice a second; a reader need not be that eager. */
    private static final String AGAIN_AFTER_SECONDS = "5";

    private final ProblemAdvice problems;

    SearchProblems(ProblemAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> unavailable(SearchUnavailableException e, WebRequest request) {
        log.warn("{} cannot be answered: {}", request.getDescription(false), e.getMessage());
        String detail = "Searching is not possible at present; services can still be read by their ids";
        ResponseEntity<Object> told = problems.told(new ProblemException(ProblemType.UNAVAILABLE, detail), request);
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS)
                .body(told.getBody());
    }
}
