package se.tjanstenav.routes.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;

/**
 * Counts the wrong credentials of an address within a minute, for a bounded number of addresses. It keeps nobody with a
 * right credential out: many callers can share an address, and a key cannot be guessed anyway.
 */
final class FailedAttempts {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int ADDRESSES = 10_000;

    private final int allowed;
    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfter(Expiry.<String, Integer>creating((address, count) -> WINDOW))
            .build();

    FailedAttempts(int allowed) {
        this.allowed = allowed;
    }

    /** Counts one more, and tells whether that is too many. */
    boolean tooMany(String address) {
        return failures.asMap().merge(address, 1, Integer::sum) > allowed;
    }
}
