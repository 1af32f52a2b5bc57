package se.tjanstenav.connectors.tree;

import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** Bounds how wide one record, or everything around the records, may grow. */
final class NodeBudget {

    private static final int MAX_NODES = 200_000;

    private int used;

    void take() {
        if (++used > MAX_NODES) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE, "One record, or what stands around the records, has over 200,000 values");
        }
    }

    void reset() {
        used = 0;
    }
}
