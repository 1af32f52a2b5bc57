package se.tjanstenav.catalog.search;

import java.util.UUID;

/** How far the index has followed which store's change log; kept in the index itself, as its only other document. */
final class IndexPosition {

    static final String ID = "position";

    /** Raised with every change of what is indexed or how, so that an older index is rebuilt. */
    static final int FORMAT = 6;

    final String id = ID;
    final String store;
    final Integer format;
    final Long sequence;

    private IndexPosition(String store, int format, long sequence) {
        this.store = store;
        this.format = format;
        this.sequence = sequence;
    }

    static IndexPosition of(UUID store, long sequence) {
        return new IndexPosition(store.toString(), FORMAT, sequence);
    }

    static IndexPosition read(String store, Integer format, Long sequence) {
        return new IndexPosition(store, format, sequence);
    }

    /** Whether an index at this position can follow the log on; one that is ahead has followed another log. */
    boolean follows(UUID otherStore, long last) {
        return format == FORMAT && sequence <= last && store.equals(otherStore.toString());
    }
}
