package se.tjanstenav.routes.traffic;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A token bucket for each client, for a bounded number of clients. One that has been quiet long enough starts afresh. */
final class ClientAllowances {

    private static final int CLIENTS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param time tells nanoseconds
     */
    ClientAllowances(TrafficProperties properties, TimeMeter time) {
        Bandwidth allowance = Bandwidth.builder()
                .capacity(properties.burst())
                .refillGreedy(properties.requestsPerSecond(), Duration.ofSeconds(1))
                .build();
        Duration full = Duration.ofSeconds(1 + properties.burst() / properties.requestsPerSecond());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(full)
                .ticker(time::currentTimeNanos)
                .build(client -> Bucket.builder()
                        .addLimit(allowance)
                        .withCustomTimePrecision(time)
                        .build());
    }

    /** Takes one request from the client's allowance, if there is one, and tells what is left. */
    ConsumptionProbe take(String client) {
        return buckets.get(client).tryConsumeAndReturnRemaining(1);
    }
}
