package se.tjanstenav.connectors;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Reject;

/** One record cannot be used; the reject tells the agency why. */
public final class RecordRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reject reject;

    public RecordRejectedException(Reject reject, @Nullable Throwable cause) {
        super(reject.code() + ": " + reject.detail(), cause);
        this.reject = reject;
    }

    public Reject reject() {
        return reject;
    }
}
