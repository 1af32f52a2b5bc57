package se.tjanstenav.connectors.source;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.tree.RecordReader;

/** One answer of a feed while it is read. To be closed. */
public final class Page implements AutoCloseable {

    /** What a record of a feed that is asked for one service has beside what was sent. */
    private static final String SERVICE = "serviceKey";

    private final RecordReader records;
    private final @Nullable String nextLink;
    private final Validators validators;
    private final boolean unchanged;
    private final Runnable onClose;
    private @Nullable String service;

    private Page(
            RecordReader records,
            @Nullable String nextLink,
            Validators validators,
            boolean unchanged,
            Runnable onClose) {
        this.records = records;
        this.nextLink = nextLink;
        this.validators = validators;
        this.unchanged = unchanged;
        this.onClose = onClose;
    }

    /**
     * Makes a page.
     *
     * @param nextLink what the answer's Link header names as the next page
     * @param validators what tells the answer from later ones
     * @param onClose gives the answer's connection back
     */
    public Page(RecordReader records, @Nullable String nextLink, Validators validators, Runnable onClose) {
        this(records, nextLink, validators, false, onClose);
    }

    /** A page of a source without links and validators. */
    public Page(RecordReader records, Runnable onClose) {
        this(records, null, Validators.NONE, onClose);
    }

    /** Stands for an answer that is still the one that the hub has published. */
    public static Page unchanged(Validators validators, Runnable onClose) {
        return new Page(new NoRecords(), null, validators, true, onClose);
    }

    boolean isUnchanged() {
        return unchanged;
    }

    Validators validators() {
        return validators;
    }

    boolean advance() {
        return records.advance();
    }

    void requireList() {
        records.requireList();
    }

    /** The same page, whose records also tell which service was asked for, since an answer about one need not. */
    public Page aboutService(String code) {
        service = code;
        return this;
    }

    @Nullable
    Object current() {
        Object record = records.current();
        if (service == null || !(record instanceof Map<?, ?> map)) {
            return record;
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        named.putIfAbsent(SERVICE, service);
        return named;
    }

    @Nullable
    Object outer() {
        return records.outer();
    }

    boolean isOversized() {
        return records.isOversized();
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

    private static final class NoRecords implements RecordReader {

        @Override
        public boolean advance() {
            return false;
        }

        @Override
        public void requireList() {}

        @Override
        public @Nullable Object current() {
            return null;
        }

        @Override
        public boolean isOversized() {
            return false;
        }

        @Override
        public Map<String, @Nullable Object> envelope() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
