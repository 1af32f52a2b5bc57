package se.tjanstenav.routes.harvest;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;

/**
 * One persistent task per feed, kept in the catalogue's own database: leased by one process at a time, taken over when
 * that process dies, and put to the next time by the feed's own schedule, or sooner after a failure or where somebody has
 * asked for a run meanwhile. The lease keeps a feed from being harvested twice at once. Its data is the number of
 * failures in a row.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HarvestProperties.class)
class HarvestTask {

    /** The task's name in the database; its instances are named after the feeds. */
    static final TaskDescriptor<Integer> HARVEST = TaskDescriptor.of("harvest", Integer.class);

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.harvest");

    private final HarvestProperties properties;
    private final Clock clock;

    /** The feeds that this process harvests. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    HarvestTask(HarvestProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Bean
    CustomTask<Integer> harvest(Connectors connectors, Harvests harvests, ProducerTemplate flow) {
        return Tasks.custom(HARVEST)
                .onDeadExecution(this::takeOver)
                .onFailure(this::tryAgain)
                .execute((instance, context) -> {
                    held.add(instance.getId());
                    return untilReleased(connectors
                            .feed(FeedId.parse(instance.getId()))
                            .map(feed -> soonerIfReplaced(
                                    feed,
                                    connectors,
                                    context.getSchedulerClient(),
                                    harvest(feed, failures(instance.getData()), harvests, flow)))
                            .orElseGet(() -> forget(FeedId.parse(instance.getId()), harvests)));
                });
    }

    /**
     * A feed whose heartbeats have stopped was left by a process that died, unless it is this one that harvests it: then
     * they only wait for the database, as on SQLite while another feed is published.
     */
    private void takeOver(ExecutionComplete complete, ExecutionOperations<Integer> operations) {
        if (!held.contains(feed(complete))) {
            new ReviveDeadExecution<Integer>().deadExecution(complete, operations);
        }
    }

    private CompletionHandler<Integer> untilReleased(CompletionHandler<Integer> usual) {
        return (complete, operations) -> {
            try {
                usual.complete(complete, operations);
            } finally {
                held.remove(feed(complete));
            }
        };
    }

    private static String feed(ExecutionComplete complete) {
        return complete.getExecution().taskInstance.getId();
    }

    private CompletionHandler<Integer> harvest(Feed feed, int failures, Harvests harvests, ProducerTemplate flow) {
        RunReport report = flow.requestBody(HarvestRoutes.HARVEST, feed, RunReport.class);
        Instant now = clock.instant();
        Instant scheduled = properties.due(now, feed.nextHarvest(now));
        boolean failed = report == null || report.outcome() == RunOutcome.FAILED;
        Instant retry = now.plus(properties.retryDelay(failures));
        Instant next = failed && retry.isBefore(scheduled) ? retry : scheduled;
        return (complete, operations) -> operations.reschedule(
                complete, askedAgain(feed, harvests) ? clock.instant() : next, failed ? failures + 1 : 0);
    }

    /** After a failure that not even a run could tell of, as on a full disk. */
    private void tryAgain(ExecutionComplete complete, ExecutionOperations<Integer> operations) {
        int failures = failures((Integer) complete.getExecution().taskInstance.getData());
        Instant next = clock.instant().plus(properties.retryDelay(failures));
        try {
            operations.reschedule(complete, next, failures + 1);
        } finally {
            held.remove(feed(complete));
        }
    }

    /** Whether somebody has asked for another run while the feed was harvested. */
    private static boolean askedAgain(Feed feed, Harvests harvests) {
        return harvests.waiting().contains(feed.id());
    }

    /**
     * A feed whose descriptor has changed while it was harvested is due again at once. That is asked when the lease has
     * ended: who replaces the feed later can make it due, and who replaced it before could not.
     */
    private CompletionHandler<Integer> soonerIfReplaced(
            Feed harvested, Connectors connectors, SchedulerClient client, CompletionHandler<Integer> usual) {
        return (complete, operations) -> {
            usual.complete(complete, operations);
            boolean replaced = connectors
                    .feed(harvested.id())
                    .filter(now -> !now.equals(harvested))
                    .isPresent();
            if (replaced) {
                makeDue(harvested.id(), client);
            }
        };
    }

    private void makeDue(FeedId feed, SchedulerClient client) {
        try {
            HarvestPlan.plan(feed, clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE, client);
        } catch (TaskInstanceCurrentlyExecutingException alreadyAgain) {
            log.debug("Feed {} is being harvested again already", feed);
        }
    }

    /** A feed whose connector is gone needs no task; its published data stay. */
    private static CompletionHandler<Integer> forget(FeedId feed, Harvests harvests) {
        harvests.withdraw(feed);
        return (complete, operations) -> operations.remove();
    }

    private static int failures(@Nullable Integer inARow) {
        return inARow == null ? 0 : inARow;
    }
}
