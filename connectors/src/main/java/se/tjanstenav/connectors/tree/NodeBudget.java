package se.tjanstenav.connectors.tree;

import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * Bounds how wide one record, or everything around the records, may grow. Once it is spent, what is read on is to be
 * dropped: the reader stays in step with the answer, so that the next record can be read.
 */
final class NodeBudget {

    /** Characters of text in one record. */
    static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    static final int MAX_NODES = 200_000;
    private static final int MAX_SKIPPED = 1_000_000;

    private final int maxNodes;
    private final int maxCharacters;
    private int nodes;
    private int characters;

    NodeBudget() {
        this(MAX_NODES, MAX_CHARACTERS);
    }

    NodeBudget(int maxNodes, int maxCharacters) {
        this.maxNodes = maxNodes;
        this.maxCharacters = maxCharacters;
    }

    /** Counts a value; false if it is one too many. Throws where there are so many that even to skip them costs much. */
    boolean take() {
        if (++nodes > MAX_SKIPPED) {
            throw SourceException.of(FaultCode.TOO_LARGE, "One record has over 1,000,000 values");
        }
        return !spent();
    }

    /** Counts characters of text; false if they are too many. */
    boolean takeText(int length) {
        if (characters <= maxCharacters) {
            characters += Math.min(length, maxCharacters + 1);
        }
        return !spent();
    }

    boolean spent() {
        return nodes > maxNodes || characters > maxCharacters;
    }

    void reset() {
        nodes = 0;
        characters = 0;
    }

    /** Throws if it is spent, where nothing can be left out. */
    void requireUnspent() {
        if (spent()) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE,
                    "What has to be read whole, such as what stands around the records, has over %d values or %d characters"
                            .formatted(maxNodes, maxCharacters));
        }
    }
}
