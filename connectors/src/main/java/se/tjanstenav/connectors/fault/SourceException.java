package se.tjanstenav.connectors.fault;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;

/** A source cannot deliver. The fault is safe to show to anybody: its detail holds no secret and no query string. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FaultCode code;
    private final transient Fault fault;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;

    private SourceException(
            FaultCode code, Fault fault, boolean retryable, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(fault.code() + ": " + fault.detail(), cause);
        this.code = code;
        this.fault = fault;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    public static SourceException of(FaultCode code, String what, @Nullable Throwable cause) {
        return new SourceException(code, fault(code, code.category(), what), code.retryable(), null, cause);
    }

    public static SourceException of(FaultCode code, String what) {
        return of(code, what, null);
    }

    /** The agency answered, but says that its own side failed: worth another attempt, unlike the code's usual case. */
    public static SourceException agencySide(FaultCode code, String what, @Nullable Duration retryAfter) {
        Fault fault = fault(code, Fault.Category.AGENCY_UNAVAILABLE, what);
        return new SourceException(code, fault, true, retryAfter, null);
    }

    private static Fault fault(FaultCode code, Fault.Category category, String what) {
        return new Fault(category, code.name(), what + ". " + code.remedy() + ".");
    }

    public FaultCode code() {
        return code;
    }

    public Fault fault() {
        return fault;
    }

    /** Whether another attempt within the same run makes sense. */
    public boolean retryable() {
        return retryable;
    }

    /** How long the agency asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** The nearest source exception in a chain of causes, where a library has wrapped it. */
    public static Optional<SourceException> in(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}
