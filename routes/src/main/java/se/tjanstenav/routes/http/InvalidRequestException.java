package se.tjanstenav.routes.http;

import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be answered as it stands, with everything that is wrong with it. */
public final class InvalidRequestException extends ProblemException {

    private static final long serialVersionUID = 1L;

    public InvalidRequestException(List<RequestFault> faults) {
        super(
                ProblemType.INVALID_REQUEST,
                faults.stream().map(RequestFault::detail).collect(Collectors.joining("; ")),
                faults);
    }
}
