package se.tjanstenav.routes.harvest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.routes.ConnectorsChanged;

/** Gives every feed its task when the hub is ready, and a new or changed one when its descriptor has come. */
@Component
class HarvestSchedule {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.harvest");

    private final Scheduler scheduler;
    private final Connectors connectors;
    private final HarvestProperties properties;
    private final Clock clock;
    private Set<Feed> scheduled = Set.of();

    HarvestSchedule(Scheduler scheduler, Connectors connectors, HarvestProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.connectors = connectors;
        this.properties = properties;
        this.clock = clock;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    synchronized void scheduleEveryFeed() {
        ScheduleOptions options =
                properties.onStart() ? ScheduleOptions.WHEN_EXISTS_RESCHEDULE : ScheduleOptions.WHEN_EXISTS_DO_NOTHING;
        List<Feed> feeds = connectors.feeds();
        feeds.forEach(feed -> schedule(feed, options));
        scheduled = Set.copyOf(feeds);
    }

    /** A feed whose descriptor has not changed is the same object as before. */
    @EventListener(ConnectorsChanged.class)
    synchronized void scheduleWhatIsNew() {
        List<Feed> feeds = connectors.feeds();
        feeds.stream()
                .filter(feed -> !scheduled.contains(feed))
                .forEach(feed -> schedule(feed, ScheduleOptions.WHEN_EXISTS_RESCHEDULE));
        scheduled = Set.copyOf(feeds);
    }

    private void schedule(Feed feed, ScheduleOptions options) {
        try {
            scheduler.schedule(
                    HarvestTask.HARVEST.instance(feed.id().path()).data(0).scheduledTo(clock.instant()), options);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            log.info(
                    "Feed {} was being harvested when the hub last stopped, or is by another process;"
                            + " it is taken over once that lease has run out",
                    feed.id());
        }
    }
}
