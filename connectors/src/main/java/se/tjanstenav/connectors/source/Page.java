package se.tjanstenav.connectors.source;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.RecordReader;

/** One answer of a feed while it is read. To be closed. */
public final class Page implements AutoCloseable {

    private final RecordReader records;
    private final @Nullable String nextLink;
    private final Runnable onClose;

    /**
     * Makes a page.
     *
     * @param nextLink what the answer's Link header names as the next page
     * @param onClose gives the answer's connection back
     */
    public Page(RecordReader records, @Nullable String nextLink, Runnable onClose) {
        this.records = records;
        this.nextLink = nextLink;
        this.onClose = onClose;
    }

    boolean advance() {
        return records.advance();
    }

    void requireList() {
        records.requireList();
    }

    @Nullable
    Object current() {
        return records.current();
    }

    Map<String, @Nullable Object> envelope() {
        return records.envelope();
    }

    Optional<String> nextLink() {
        return Optional.ofNullable(nextLink);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
