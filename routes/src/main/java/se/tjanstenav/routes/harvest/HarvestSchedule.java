package se.tjanstenav.routes.harvest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;

/** Gives every feed its task when the hub is ready. */
@Component
class HarvestSchedule {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.harvest");

    private final Scheduler scheduler;
    private final Connectors connectors;
    private final HarvestProperties properties;
    private final Clock clock;

    HarvestSchedule(Scheduler scheduler, Connectors connectors, HarvestProperties properties, Clock clock) {
        this.scheduler = scheduler;
        this.connectors = connectors;
        this.properties = properties;
        this.clock = clock;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void scheduleEveryFeed() {
        ScheduleOptions options =
                properties.onStart() ? ScheduleOptions.WHEN_EXISTS_RESCHEDULE : ScheduleOptions.WHEN_EXISTS_DO_NOTHING;
        connectors.feeds().forEach(feed -> schedule(feed, options));
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
