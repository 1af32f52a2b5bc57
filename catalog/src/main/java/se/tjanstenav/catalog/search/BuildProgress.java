package se.tjanstenav.catalog.search;

import org.jspecify.annotations.Nullable;

/** Told how an index is coming along, on the thread that makes it. */
interface BuildProgress {

    /** For an index that nobody has asked for. */
    BuildProgress UNHEEDED = new BuildProgress() {
        @Override
        public void holds(long services) {
            // Nobody waits for it.
        }

        @Override
        public void ended(@Nullable String failure) {
            // The log tells.
        }
    };

    void holds(long services);

    /** @param failure why the index could not be made; null where it is in use now */
    void ended(@Nullable String failure);
}
