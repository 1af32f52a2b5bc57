package se.tjanstenav.routes.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What live look-ups may cost the hub; what one may cost the agency and the citizen is in its descriptor.
 *
 * @param cacheSize how much memory the answers may take
 * @param cacheEntries how many answers are kept
 * @param keptUnused how long an answer is kept that nobody asks for
 * @param threads how many look-ups may be under way at once; beyond them the state known is given
 * @param threadsPerFeed how many of them may ask the same feed
 * @param retryAfter how long an agency is left alone after a look-up that failed
 */
@ConfigurationProperties("tjanstenav.live")
public record LiveProperties(
        @DefaultValue("16MB") DataSize cacheSize,
        @DefaultValue("10000") int cacheEntries,
        @DefaultValue("1h") Duration keptUnused,
        @DefaultValue("64") int threads,
        @DefaultValue("4") int threadsPerFeed,
        @DefaultValue("10s") Duration retryAfter) {

    public LiveProperties {
        require(cacheSize.toBytes() > 0, "cache-size");
        require(cacheEntries > 0, "cache-entries");
        require(!keptUnused.isZero() && !keptUnused.isNegative(), "kept-unused");
        require(threads > 0, "threads");
        require(threadsPerFeed > 0, "threads-per-feed");
        require(!retryAfter.isZero() && !retryAfter.isNegative(), "retry-after");
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException("tjanstenav.live." + name + " must be more than nothing");
        }
    }
}
