package se.tjanstenav.routes.registry;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import se.tjanstenav.connectors.descriptor.Problem;
import se.tjanstenav.connectors.registry.RegistryException;
import se.tjanstenav.routes.http.ProblemAdvice;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;
import se.tjanstenav.routes.http.RequestFault;

/** Answers what the registry refuses; comes before the advice that takes every exception. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RegistryProblems {

    private final ProblemAdvice problems;

    RegistryProblems(ProblemAdvice problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RegistryException e, WebRequest request) {
        ProblemType type =
                switch (e.code()) {
                    case UNKNOWN_CONNECTOR, UNKNOWN_VERSION -> ProblemType.UNKNOWN_RESOURCE;
                    case INVALID_DESCRIPTOR -> ProblemType.INVALID_DESCRIPTOR;
                    case TOO_LARGE -> ProblemType.TOO_LARGE;
                    case CONFLICT -> ProblemType.CONFLICT;
                    case NOT_ALLOWED -> ProblemType.FORBIDDEN;
                    case STALE -> ProblemType.PRECONDITION_FAILED;
                };
        return problems.told(new ProblemException(type, e.detail(), faults(e.faults())), request);
    }

    /** The faults of a descriptor as the API tells them. */
    static List<RequestFault> faults(List<Problem> faults) {
        return faults.stream()
                .map(fault -> new RequestFault(
                        fault.pointer(),
                        fault.problem(),
                        fault.remedy(),
                        fault.line() > 0 ? fault.line() : null,
                        fault.column() > 0 ? fault.column() : null))
                .toList();
    }
}
