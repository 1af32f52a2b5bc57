package se.tjanstenav.connectors.tree;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records inside one answer, read one at a time. For one thread.
 *
 * <p>Methods throw {@link se.tjanstenav.connectors.fault.SourceException} where the answer is malformed, truncated or
 * beyond a bound that is not one record's.
 */
public interface RecordReader extends AutoCloseable {

    /** Reads on to the next record; false when the answer has been read to its end. */
    boolean advance();

    /** Throws unless the answer, read to its end, had a place for records, be it empty. */
    void requireList();

    /** The record that the last {@link #advance} found. */
    @Nullable
    Object current();

    /** What stands around the record, where it is one of a nested list; null elsewhere. */
    default @Nullable Object outer() {
        return null;
    }

    /**
     * Whether the record is larger than the hub reads. The answer goes on after it, and {@link #current} is what of it
     * came before the bound, for its identity's sake.
     */
    boolean isOversized();

    /** What stands around the records, such as a cursor or a total; complete once {@link #advance} answered false. */
    Map<String, @Nullable Object> envelope();

    @Override
    void close();
}
