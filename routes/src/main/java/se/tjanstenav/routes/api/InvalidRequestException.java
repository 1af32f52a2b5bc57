package se.tjanstenav.routes.api;

import java.util.List;

/** A request that cannot be answered as it stands, with everything that is wrong with it. */
final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RequestFault> faults;

    InvalidRequestException(List<RequestFault> faults) {
        super(faults.size() + " faults in the request");
        this.faults = List.copyOf(faults);
    }

    List<RequestFault> faults() {
        return faults;
    }
}
