package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a feed is harvested: either a cron expression of six fields in a time zone, or a fixed interval.
 *
 * @param jitter a delay of up to this much, always the same for the same feed, so that feeds do not start all at once
 */
public record Schedule(
        @Nullable String cron, ZoneId zone, @Nullable Duration every, Duration jitter) {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public Schedule(@Nullable String cron, @Nullable ZoneId zone, @Nullable Duration every, @Nullable Duration jitter) {
        this.cron = cron;
        this.zone = zone == null ? SWEDEN : zone;
        this.every = every;
        this.jitter = jitter == null ? Duration.ZERO : jitter;
    }

    /**
     * The next time after the given moment.
     *
     * @param feed seeds the jitter
     */
    public Instant next(Instant after, String feed) {
        long bound = jitter.toMillis() + 1;
        Duration delay = Duration.ofMillis(Math.floorMod(feed.hashCode() * 2_654_435_761L, bound));
        if (every != null) {
            return after.plus(every).plus(delay);
        }
        ZonedDateTime due = null;
        if (cron != null) {
            due = CronExpression.parse(cron).next(after.minus(delay).atZone(zone));
        }
        if (due == null) {
            throw new IllegalStateException("The schedule '" + cron + "' of " + feed + " never comes again");
        }
        return due.toInstant().plus(delay);
    }
}
