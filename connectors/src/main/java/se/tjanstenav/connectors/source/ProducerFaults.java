package se.tjanstenav.connectors.source;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.connectors.descriptor.Response.Faults;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Faults of single producers that an otherwise successful answer carries. With records beside them the run is used and
 * partial, so that nothing is concluded to be gone; without a single record it fails.
 */
final class ProducerFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ProducerFaults.class);
    private static final int MAX_TOLD = 5;

    private final @Nullable Faults faults;
    private final Secrets secrets;

    ProducerFaults(@Nullable Faults faults, Secrets secrets) {
        this.secrets = secrets;
        this.faults = faults;
    }

    /** Whether the answer carries faults; throws if it carries nothing else. */
    boolean found(String feed, Object envelope, boolean recordsToo) {
        if (faults == null) {
            return false;
        }
        List<Object> found = TreePointer.parse(faults.path()).findAll(envelope);
        if (found.isEmpty()) {
            return false;
        }
        String told = found.stream().limit(MAX_TOLD).map(this::tell).collect(Collectors.joining("; "));
        if (!recordsToo) {
            throw SourceException.of(FaultCode.PRODUCER_FAULT, "The answer holds no record, but faults: " + told);
        }
        LOG.warn("{}: some producers failed: {}", feed, secrets.mask(told));
        return true;
    }

    private String tell(Object fault) {
        String code = faults == null
                ? ""
                : PagedRecords.text(faults.code(), fault)
                        .map(text -> text + " ")
                        .orElse("");
        String text =
                faults == null ? "" : PagedRecords.text(faults.text(), fault).orElse("");
        return Excerpt.of(code + text);
    }
}
