package se.tjanstenav.routes.live;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.LiveFeed;

/**
 * The requests under way: one for each key however many ask, and few for each feed, so that an agency that hangs takes
 * no threads from others.
 */
final class Flights {

    private final Map<LookUpKey, Flight> underWay = new ConcurrentHashMap<>();
    private final LoadingCache<LiveFeed, Semaphore> permits;

    Flights(int perFeed) {
        this.permits = Caffeine.newBuilder().weakKeys().build(feed -> new Semaphore(perFeed));
    }

    /**
     * Joins the request under way, or makes the offered one that.
     *
     * @param stillDue asked while nobody else can begin: another request may just have landed
     * @return null if there is no need to ask, or too many requests to the feed are under way
     */
    @Nullable
    Flight join(LookUpKey key, Flight offered, BooleanSupplier stillDue) {
        Semaphore ofFeed = permits.get(key.feed());
        return underWay.computeIfAbsent(key, absent -> stillDue.getAsBoolean() && ofFeed.tryAcquire() ? offered : null);
    }

    void land(LookUpKey key, Flight flight, @Nullable Known outcome) {
        if (underWay.remove(key, flight)) {
            permits.get(key.feed()).release();
        }
        flight.land(outcome);
    }
}
