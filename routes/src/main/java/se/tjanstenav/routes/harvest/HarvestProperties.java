package se.tjanstenav.routes.harvest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When feeds are harvested, beside their own schedules.
 *
 * @param onStart whether every feed is harvested when the hub starts; switch it off where several replicas share a
 *     database
 * @param retryAfter how long after a first failed harvest the next is tried, if the schedule does not come first;
 *     doubled with every further failure
 * @param retryAtMost the longest such wait
 * @param longestPause after a successful harvest, no feed rests longer than this whatever its schedule says; for
 *     demonstrations, unset otherwise
 */
@ConfigurationProperties("tjanstenav.harvest")
public record HarvestProperties(
        @DefaultValue("true") boolean onStart,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("15m") Duration retryAtMost,
        @Nullable Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    public HarvestProperties {
        if (retryAfter.isNegative() || retryAfter.isZero()) {
            throw new IllegalArgumentException("tjanstenav.harvest.retry-after must be longer than nothing");
        }
        if (retryAtMost.compareTo(retryAfter) < 0) {
            throw new IllegalArgumentException("tjanstenav.harvest.retry-at-most must not be shorter than retry-after");
        }
    }

    /** When a feed that was harvested at one moment, and is scheduled for another, is due. */
    Instant due(Instant harvested, Instant scheduled) {
        Instant latest = longestPause == null ? scheduled : harvested.plus(longestPause);
        return latest.isBefore(scheduled) ? latest : scheduled;
    }

    /**
     * The wait after one more failure.
     *
     * @param earlier failures in a row before it
     */
    Duration retryDelay(int earlier) {
        Duration doubled = retryAfter.multipliedBy(1L << Math.min(earlier, MOST_DOUBLINGS));
        return doubled.compareTo(retryAtMost) < 0 ? doubled : retryAtMost;
    }
}
