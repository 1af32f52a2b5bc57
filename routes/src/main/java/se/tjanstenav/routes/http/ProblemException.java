package se.tjanstenav.routes.http;

import java.util.List;

/**
 * A request that is answered by a problem; whoever throws it says what is wrong and what to do. It has no stack trace,
 * since what is at fault is the request, and whoever sends many of those should not cost much.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String detail;
    private final transient List<RequestFault> faults;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    /**
     * A problem that consists of single faults.
     *
     * @param faults all of them, for the member {@code errors}
     */
    public ProblemException(ProblemType type, String detail, List<RequestFault> faults) {
        super(detail, null, false, false);
        this.type = type;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    List<RequestFault> faults() {
        return faults;
    }
}
