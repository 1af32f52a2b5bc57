package se.tjanstenav.routes.harvest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
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
import se.tjanstenav.catalog.model.FeedId;
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

    /**
     * Makes the feed due now, for whichever process comes first. One that is being harvested looks itself, when it has
     * ended, whether another run waits; one that is due already keeps its place in the queue.
     */
    void makeDue(FeedId feed) {
        TaskInstance<Integer> task =
                HarvestTask.HARVEST.instance(feed.path()).data(0).build();
        boolean coming = scheduler
                .getScheduledExecution(task)
                .map(known -> known.isPicked() || !known.getExecutionTime().isAfter(clock.instant()))
                .orElse(false);
        if (coming) {
            return;
        }
        try {
            HarvestPlan.plan(feed, clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE, scheduler);
        } catch (TaskInstanceException | SQLRuntimeException e) {
            // Another hub took it at the same moment, or the database is busy. What waits is written down, and looked
            // for again.
            log.debug("Feed {} could not be made due at once; its waiting run is looked for again", feed, e);
        }
    }

    private void schedule(Feed feed, ScheduleOptions options) {
        try {
            HarvestPlan.plan(feed.id(), clock.instant(), options, scheduler);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            log.info(
                    "Feed {} was being harvested when the hub last stopped, or is by another process;"
                            + " it is taken over once that lease has run out",
                    feed.id());
        }
    }
}
