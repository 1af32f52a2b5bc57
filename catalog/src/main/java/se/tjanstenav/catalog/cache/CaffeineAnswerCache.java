package se.tjanstenav.catalog.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.AnswerCache;
import se.tjanstenav.catalog.CatalogueFollower;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.Freshness;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Caffeine, weighed in bytes. An entry is checked on each hit against {@link Invalidations} and the clock, which costs a
 * few reads of memory; that catches entries whose rendering overlapped a change and were put after it. Evicting them
 * besides only gives the memory back.
 */
final class CaffeineAnswerCache implements AnswerCache, CatalogueFollower {

    private static final int CHANGES_PER_READ = 1000;

    /** How often a caller renders again because the service kept changing while it did. */
    private static final int ATTEMPTS = 3;

    private final Cache<Key, CachedAnswer> cache;
    private final Invalidations invalidations = new Invalidations();
    private final ChangeLog log;
    private final Freshness freshness;
    private final Clock clock;
    private volatile long position;

    CaffeineAnswerCache(long bytes, ChangeLog log, Freshness freshness, Clock clock) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, CachedAnswer cached) -> cached.weight())
                .recordStats()
                .build();
        this.log = log;
        this.freshness = freshness;
        this.clock = clock;
        this.position = log.last();
    }

    void measureIn(MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, "answers");
    }

    @Override
    public @Nullable Answer get(Key key, Renderer renderer) {
        CachedAnswer cached = cache.asMap().computeIfAbsent(key, missing -> load(missing, renderer));
        for (int attempt = 1; cached != null && !valid(key, cached) && attempt < ATTEMPTS; attempt++) {
            cache.asMap().remove(key, cached);
            cached = cache.asMap().computeIfAbsent(key, missing -> load(missing, renderer));
        }
        return cached == null ? null : cached.answer();
    }

    private @Nullable CachedAnswer load(Key key, Renderer renderer) {
        long renderedAt = invalidations.now();
        Instant begun = clock.instant();
        Rendering rendering = renderer.render(key);
        if (rendering == null) {
            return null;
        }
        return CachedAnswer.of(rendering, renderedAt, CachedAnswer.expires(rendering, begun, freshness));
    }

    private boolean valid(Key key, CachedAnswer cached) {
        if (invalidations.changedSince(key.service(), cached.renderedAt())
                || !clock.instant().isBefore(cached.expires())) {
            return false;
        }
        for (FeedId feed : cached.feeds()) {
            if (invalidations.changedSince(feed, cached.renderedAt())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void follow(long sequence) {
        if (position < sequence) {
            changeLogGrew();
        }
    }

    @Override
    public synchronized void changeLogGrew() {
        List<ChangeLog.Change> changes = log.after(position, CHANGES_PER_READ);
        while (!changes.isEmpty()) {
            Set<ServiceId> services = new HashSet<>();
            changes.forEach(change -> services.add(change.service()));
            drop(services);
            position = changes.get(changes.size() - 1).sequence();
            changes = log.after(position, CHANGES_PER_READ);
        }
    }

    private void drop(Collection<ServiceId> services) {
        invalidate(services);
        cache.asMap().keySet().removeIf(key -> services.contains(key.service()));
    }

    /** Makes every answer about the services invalid, also those that are being rendered. */
    void invalidate(Collection<ServiceId> services) {
        invalidations.changed(services);
    }

    /** How many bytes the answers take. */
    long weight() {
        return CachedAnswer.weight(cache);
    }

    @Override
    public void feedStatusChanged(Set<FeedId> feeds) {
        invalidations.changed(feeds);
        cache.asMap().values().removeIf(cached -> cached.feeds().stream().anyMatch(feeds::contains));
    }
}
