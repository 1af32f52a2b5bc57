package se.tjanstenav.routes.harvest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;

/**
 * A record stream as the splitter wants it: a fault ends the iteration quietly and is thrown once the run asks how much
 * of the feed it has seen, so that it is handled, and logged, in one place.
 */
final class RecordsUntilFault implements Iterator<SourceRecord> {

    private final RecordStream stream;
    private @Nullable SourceRecord next;
    private @Nullable FetchException fault;

    RecordsUntilFault(RecordStream stream) {
        this.stream = stream;
    }

    @Override
    public boolean hasNext() {
        if (next == null && fault == null) {
            try {
                next = stream.hasNext() ? stream.next() : null;
            } catch (FetchException e) {
                fault = e;
            }
        }
        return next != null;
    }

    @Override
    public SourceRecord next() {
        SourceRecord record = hasNext() ? next : null;
        if (record == null) {
            throw new NoSuchElementException("The feed has no further record");
        }
        next = null;
        return record;
    }

    /**
     * How much of the feed was seen.
     *
     * @throws FetchException if a fault ended the stream
     */
    Completeness completeness() {
        if (fault != null) {
            throw fault;
        }
        return stream.completeness();
    }

    /** What to leave for the next run, null for nothing. */
    @Nullable
    String bookmark() {
        return stream.bookmark().orElse(null);
    }
}
