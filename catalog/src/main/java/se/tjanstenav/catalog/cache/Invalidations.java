package se.tjanstenav.catalog.cache;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers when things last changed, on a logical clock, in constant memory and without locks. Things that share a slot
 * only seem to change more often than they do; a change is never missed.
 *
 * <p>An answer notes the time before it is rendered. A change moves the clock after it has become visible, so an answer
 * noted later has seen it, and an answer noted earlier is older than the slot's time and no longer counts, however late
 * it was put into the cache.
 */
final class Invalidations {

    private static final int SLOTS = 4096;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLongArray changed = new AtomicLongArray(SLOTS);

    long now() {
        return clock.get();
    }

    void changed(Collection<?> things) {
        long time = clock.incrementAndGet();
        things.forEach(thing -> changed.accumulateAndGet(slot(thing), time, Math::max));
    }

    boolean changedSince(Object thing, long time) {
        return changed.get(slot(thing)) > time;
    }

    private static int slot(Object thing) {
        int hash = thing.hashCode() * 0x9E3779B9;
        return (hash >>> 16) & (SLOTS - 1);
    }
}
