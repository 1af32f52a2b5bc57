package se.tjanstenav.connectors.source;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is told how a run goes on from page to page. Must not throw. */
public interface PageListener {

    /** Pays no attention. */
    PageListener NONE = new PageListener() {

        @Override
        public void finished(Position at, long records, Map<String, @Nullable Object> envelope) {}

        @Override
        public void incomplete(String reason) {}
    };

    /**
     * A page has been read to its end.
     *
     * @param envelope what stands around the records
     */
    void finished(Position at, long records, Map<String, @Nullable Object> envelope);

    /** The run will be partial. */
    void incomplete(String reason);
}
