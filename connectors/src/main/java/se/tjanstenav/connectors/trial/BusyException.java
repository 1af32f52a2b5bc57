package se.tjanstenav.connectors.trial;

import java.time.Duration;

/** As much is under way as may be at once; the message says so to the caller. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;
    private final transient Duration retryAfter;

    public BusyException(String message, Duration retryAfter) {
        super(message);
        this.detail = message;
        this.retryAfter = retryAfter;
    }

    /** What to tell the caller. */
    public String detail() {
        return detail;
    }

    /** When something will probably have ended. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
