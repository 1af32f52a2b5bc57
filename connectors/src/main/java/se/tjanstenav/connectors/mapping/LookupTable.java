package se.tjanstenav.connectors.mapping;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.TreeDigest;

/** Records of another list by their identity, for mappings to look up. Weighed and digested once, since every
 * record's mapping sees it. */
public final class LookupTable {

    private final Object tree;
    private final long weight;
    private final String digest;

    private LookupTable(Object tree, long weight) {
        this.tree = tree;
        this.weight = weight;
        this.digest = TreeDigest.of(tree);
    }

    /**
     * A table of these records.
     *
     * @throws IllegalArgumentException if it is larger than a mapping may see
     */
    public static LookupTable of(Map<String, ? extends @Nullable Object> records) {
        Object tree = Objects.requireNonNull(Nulls.without(records));
        try {
            return new LookupTable(tree, new Guard(null).weigh(tree));
        } catch (Guard.LimitException e) {
            throw new IllegalArgumentException("The records are too large together", e);
        }
    }

    Object tree() {
        return tree;
    }

    long weight() {
        return weight;
    }

    String digest() {
        return digest;
    }
}
