package se.tjanstenav.routes.harvest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.camel.ProducerTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.Replay;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunRefusedException;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Feed;

/**
 * The runs that somebody asks for. A request is written down before the feed is made due, and looked for again and again,
 * so that it is neither lost in a crash nor between the end of one harvest and the plan of the next.
 */
@Component
public class RequestedRuns implements SchedulingConfigurer {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Harvests harvests;
    private final HarvestSchedule schedule;
    private final ProducerTemplate flow;
    private final MeterRegistry meters;
    private final TransactionTemplate transaction;

    RequestedRuns(
            Harvests harvests,
            HarvestSchedule schedule,
            ProducerTemplate flow,
            MeterRegistry meters,
            PlatformTransactionManager transactions) {
        this.harvests = harvests;
        this.schedule = schedule;
        this.flow = flow;
        this.meters = meters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Asks for a run of the feed, to begin as soon as a process is free and the feed is not being harvested.
     *
     * @param by who asks
     * @param witness is told the run's id in the transaction that makes it, so that the two come to pass together
     * @return the id of the run that waits
     */
    public UUID request(FeedId feed, String by, Consumer<UUID> witness) {
        return due(feed, () -> harvests.request(feed, by), witness);
    }

    /**
     * Approves a held-back run and asks for the next one.
     *
     * @param by who approves
     * @param witness as for {@link #request}
     * @return the id of the run that waits
     * @throws RunRefusedException if there is nothing to approve, or no longer
     */
    public UUID approve(RunReport heldBack, String by, Consumer<UUID> witness) {
        return due(heldBack.feed(), () -> harvests.approve(heldBack.id(), by), witness);
    }

    /** The scheduler writes by a connection of its own, so it has to wait until the request is committed. */
    private UUID due(FeedId feed, Supplier<UUID> ask, Consumer<UUID> witness) {
        UUID run = Objects.requireNonNull(transaction.execute(status -> {
            UUID asked = ask.get();
            witness.accept(asked);
            return asked;
        }));
        meters.counter("tjanstenav.harvest.requested", "feed", feed.path()).increment();
        schedule.makeDue(feed);
        return run;
    }

    /**
     * Maps a rejected record once more and publishes the result, which is a matter of a moment.
     *
     * @param number the reject's place among those of its run, from 1
     * @param by who asks
     * @return how the replay ended
     * @throws RunRefusedException if the record cannot be replayed, or not now
     */
    public RunReport replay(Feed feed, UUID run, int number, String by) {
        Replay replay = harvests.replay(run, number, by, feed.version().orElse(null));
        RunReport report =
                flow.requestBody(HarvestRoutes.REPLAY, new ReplaySteps.Replayed(feed, replay), RunReport.class);
        // A replay that was fenced out has no report of its own.
        if (report == null || report.outcome() == RunOutcome.ABANDONED) {
            throw new RunRefusedException(
                    "A harvest of feed " + feed.id() + " began meanwhile; ask again when that run has ended");
        }
        return report;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::lookAgain, LOOK_EVERY, LOOK_EVERY));
    }

    private void lookAgain() {
        harvests.waiting().forEach(schedule::makeDue);
    }
}
