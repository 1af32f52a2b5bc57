package se.tjanstenav.connectors;

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
                new Fault(fault.category(), fault.code(), secrets.mask(fault.detail())), known.getCause());
    }
}
