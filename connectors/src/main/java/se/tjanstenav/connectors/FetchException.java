package se.tjanstenav.connectors;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;

/** A harvest cannot go on. The fault is safe to show; the cause is for the hub's own log. */
public final class FetchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    public FetchException(Fault fault, @Nullable Throwable cause) {
        super(fault.code() + ": " + fault.detail(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
