package se.tjanstenav.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.AnswerCache.Answer;
import se.tjanstenav.catalog.AnswerCache.Rendering;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.Freshness;
import se.tjanstenav.catalog.IndexFollower;
import se.tjanstenav.catalog.ListCache;
import se.tjanstenav.catalog.model.FeedId;

/**
 * Caffeine, weighed in bytes. The key holds the state of the catalogue and its index in which rendering began, so that an answer
 * whose rendering overlapped a change is never given. What the passing of time changes is checked on each hit.
 */
final class CaffeineListCache implements ListCache, CatalogueFollower, IndexFollower {

    private static final int PARTS = 4096;

    private final Cache<Key, CachedAnswer> cache;
    private final AtomicLong state = new AtomicLong();
    private final AtomicInteger changes = new AtomicInteger();
    private final ChangeLog log;
    private final Freshness freshness;
    private final Clock clock;
    private final boolean inUse;
    private volatile long position;

    /** @param state counted in the changes that this cache was told of */
    private record Key(long state, String question) {}

    /** @param alone whether no other process publishes into the database */
    CaffeineListCache(long bytes, boolean alone, ChangeLog log, Freshness freshness, Clock clock) {
        this.inUse = alone && bytes > 0;
        this.cache = Caffeine.newBuilder()
                // Who searches on a miss keeps a part of the table to itself; there shall be many parts.
                .initialCapacity(PARTS)
                .maximumWeight(bytes)
                .weigher((Key key, CachedAnswer cached) ->
                        cached.weight() + key.question().length())
                .recordStats()
                .build();
        this.log = log;
        this.freshness = freshness;
        this.clock = clock;
        this.position = log.last();
    }

    void measureIn(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, "lists");
    }

    /** How many bytes the answers take. */
    long weight() {
        return CachedAnswer.weight(cache);
    }

    @Override
    public @Nullable Answer ready(String question) {
        if (!inUse || changes.get() > 0) {
            return null;
        }
        CachedAnswer cached = cache.getIfPresent(new Key(state.get(), question));
        return cached == null || hasExpired(cached) ? null : cached.answer();
    }

    @Override
    public @Nullable Answer get(String question, Supplier<Rendering> renderer) {
        if (!inUse || changes.get() > 0) {
            return null;
        }
        Key key = new Key(state.get(), question);
        CachedAnswer cached = cache.get(key, missed -> render(missed, renderer));
        if (hasExpired(cached)) {
            cache.asMap().remove(key, cached);
            cached = cache.get(key, missed -> render(missed, renderer));
        }
        return cached.answer();
    }

    private CachedAnswer render(Key key, Supplier<Rendering> renderer) {
        Instant begun = clock.instant();
        Rendering rendering = renderer.get();
        return CachedAnswer.of(rendering, key.state(), CachedAnswer.expires(rendering, begun, freshness));
    }

    private boolean hasExpired(CachedAnswer cached) {
        return !clock.instant().isBefore(cached.expires());
    }

    @Override
    public void changeLogGrew() {
        long last = log.last();
        if (position != last) {
            position = last;
            drop();
        }
    }

    @Override
    public void feedStatusChanged(Set<FeedId> feeds) {
        drop();
    }

    @Override
    public void publicationBegins() {
        changes.incrementAndGet();
    }

    @Override
    public void publicationEnded() {
        drop();
        changes.decrementAndGet();
    }

    @Override
    public void whileIndexChanges(Runnable change) {
        publicationBegins();
        try {
            change.run();
        } finally {
            publicationEnded();
        }
    }

    private void drop() {
        state.incrementAndGet();
        cache.invalidateAll();
    }
}
