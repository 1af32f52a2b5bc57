package se.tjanstenav.connectors.registry;

import java.util.List;
import se.tjanstenav.connectors.descriptor.Problem;

/** The registry refuses; nothing has changed. The detail tells the caller why and what to do. */
public final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String detail;
    private final transient List<Problem> faults;

    /** Why it refuses. */
    public enum Code {
        /** There is no such connector, or it is another agency's, which is told the same. */
        UNKNOWN_CONNECTOR,
        UNKNOWN_VERSION,
        /** The descriptor has faults. */
        INVALID_DESCRIPTOR,
        TOO_LARGE,
        /** The state of the connector or the version does not allow it. */
        CONFLICT,
        /** Somebody else may do it, but not this caller. */
        NOT_ALLOWED,
        /** The state is another one than the caller has seen. */
        STALE
    }

    RegistryException(Code code, String message) {
        this(code, message, List.of());
    }

    RegistryException(Code code, String message, List<Problem> faults) {
        super(message);
        this.code = code;
        this.detail = message;
        this.faults = List.copyOf(faults);
    }

    public Code code() {
        return code;
    }

    /** Why, and what to do, for the caller. */
    public String detail() {
        return detail;
    }

    /** What is wrong with the descriptor, if that is why. */
    public List<Problem> faults() {
        return faults;
    }
}
