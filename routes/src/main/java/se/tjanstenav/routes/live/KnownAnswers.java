package se.tjanstenav.routes.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What is known from every feed, bounded in entries and bytes. An entry that is evicted is asked for anew. */
final class KnownAnswers {

    private final Cache<LookUpKey, Known> cache;

    /** Each entry weighs its share of the whole at least, which bounds their number too. */
    KnownAnswers(LiveProperties properties, Clock clock, MeterRegistry meters) {
        long bytes = properties.cacheSize().toBytes();
        long share = Math.max(1, bytes / properties.cacheEntries());
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((LookUpKey key, Known known) ->
                        (int) Math.min(Integer.MAX_VALUE, Math.max(share, known.weight())))
                .expireAfterAccess(properties.keptUnused())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(meters, cache, "live");
    }

    Known of(LookUpKey key) {
        return Objects.requireNonNullElse(cache.getIfPresent(key), Known.NOTHING);
    }

    void put(LookUpKey key, Known known) {
        cache.put(key, known);
    }

    long entries() {
        cache.cleanUp();
        return cache.estimatedSize();
    }
}
