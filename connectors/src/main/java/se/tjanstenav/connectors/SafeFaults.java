package se.tjanstenav.connectors;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secrets;

/** Turns what sources throw into what the border shows, with every secret masked. */
final class SafeFaults {

    private final Secrets secrets;

    SafeFaults(Secrets secrets) {
        this.secrets = secrets;
    }

    FetchException of(RuntimeException thrown) {
        SourceException known = SourceException.in(thrown)
                .orElseGet(() -> SourceException.of(
                        FaultCode.INTERNAL,
                        "Unexpected " + thrown.getClass().getSimpleName() + " while fetching",
                        thrown));
        Fault fault = known.fault();
        return new FetchException(
                new Fault(fault.category(), fault.code(), secrets.mask(fault.detail())), safe(known.getCause()));
    }

    /** What goes to the hub's own log: the cause as it is, unless something in it shows a secret. */
    private @Nullable Throwable safe(@Nullable Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String told = each.toString();
            if (!told.equals(secrets.mask(told))) {
                return told(cause);
            }
        }
        return cause;
    }

    private @Nullable Throwable told(@Nullable Throwable cause) {
        if (cause == null) {
            return null;
        }
        IllegalStateException told = new IllegalStateException(secrets.mask(cause.toString()), told(cause.getCause()));
        told.setStackTrace(cause.getStackTrace());
        return told;
    }
}
