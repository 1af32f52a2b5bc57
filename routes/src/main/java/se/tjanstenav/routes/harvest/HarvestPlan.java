package se.tjanstenav.routes.harvest;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.model.FeedId;

/**
 * Plans a feed's harvest while this process, or another hub, may take, end or plan the same task at the same moment:
 * then it looks again, since what it knew of the task is no longer so.
 */
final class HarvestPlan {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.harvest");

    private static final int ATTEMPTS = 5;

    private HarvestPlan() {}

    /**
     * Plans the feed at that time.
     *
     * @param known what becomes of a task that the feed has already
     * @throws TaskInstanceCurrentlyExecutingException if the feed is being harvested
     * @throws com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException if a new task cannot be written
     */
    static void plan(FeedId feed, Instant at, ScheduleOptions known, SchedulerClient client) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                client.schedule(
                        HarvestTask.HARVEST.instance(feed.path()).data(0).scheduledTo(at), known);
                return;
            } catch (ExecutionException | TaskInstanceNotFoundException changedMeanwhile) {
                log.debug("Feed {} was planned by someone else at the same moment", feed, changedMeanwhile);
            }
        }
        log.warn("Feed {} is planned by others over and over; it is harvested when they have planned it", feed);
    }
}
