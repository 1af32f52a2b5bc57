package se.tjanstenav.catalog.store;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Reject;

/**
 * A reject on its way into the store.
 *
 * @param source the record as JSON, null where it cannot be kept
 */
record Rejected(Reject reject, @Nullable String source) {

    static Rejected of(Reject reject, @Nullable Object source) {
        return new Rejected(
                reject, source == null ? null : SourceJson.write(source).orElse(null));
    }

    /** Leaves out the source, which is not for logs. */
    @Override
    public String toString() {
        return "Rejected[" + reject.code() + "]";
    }
}
