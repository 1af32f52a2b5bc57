package se.tjanstenav.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Duration;
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
import se.tjanstenav.catalog.ListCache;
import se.tjanstenav.catalog.model.FeedId;

/**
 * Caffeine, weighed in bytes. The key holds the state of the catalogue in which rendering began, so that an answer whose rendering
 * overlapped a change is never given. Nothing is kept for long, since the search index, from which answers are made, follows
 * later by itself where it could not at the time.
 */
final class CaffeineListCache implements ListCache, CatalogueFollower {

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final int PARTS = 4096;

    private final Cache<Key, CachedAnswer> cache;
    private final AtomicLong state = new AtomicLong();
    private final AtomicInteger publications = new AtomicInteger();
    private final ChangeLog log;
    private final boolean inUse;
    private volatile long position;

    /** @param state of the catalogue, counted in what this cache was told */
    private record Key(long state, String question) {}

    /** @param alone whether no other process publishes into the database */
    CaffeineListCache(long bytes, boolean alone, ChangeLog log, Ticker ticker) {
        this.inUse = alone && bytes > 0;
        this.cache = Caffeine.newBuilder()
                // Who searches on a miss keeps a part of the table to itself; there shall be many parts.
                .initialCapacity(PARTS)
                .maximumWeight(bytes)
                .weigher((Key key, CachedAnswer cached) ->
                        cached.weight() + key.question().length())
                .expireAfterWrite(LONGEST)
                .ticker(ticker)
                .recordStats()
                .build();
        this.log = log;
        this.position = log.last();
    }

    void measureIn(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, "lists");
    }

    @Override
    public @Nullable Answer ready(String question) {
        if (!inUse || publications.get() > 0) {
            return null;
        }
        CachedAnswer cached = cache.getIfPresent(new Key(state.get(), question));
        return cached == null ? null : cached.answer();
    }

    @Override
    public @Nullable Answer get(String question, Supplier<Rendering> renderer) {
        if (!inUse || publications.get() > 0) {
            return null;
        }
        Key key = new Key(state.get(), question);
        return cache.get(key, missed -> CachedAnswer.of(renderer.get(), missed.state(), Instant.MAX))
                .answer();
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
        publications.incrementAndGet();
    }

    @Override
    public void publicationEnded() {
        drop();
        publications.decrementAndGet();
    }

    private void drop() {
        state.incrementAndGet();
        cache.invalidateAll();
    }
}
