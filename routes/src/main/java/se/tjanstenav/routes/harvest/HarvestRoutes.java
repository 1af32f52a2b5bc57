package se.tjanstenav.routes.harvest;

import java.util.concurrent.ExecutorService;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * The life of a harvest. A feed is opened and split, page by page, into batches. What is known of a batch is staged; the
 * others of its records are split, each mapped on its own and several at once, and gathered again to be staged together;
 * what was staged is published in one transaction. A replay takes the same way with the one record that an earlier run
 * rejected. {@link HarvestFaults} says what leads to the dead-letter route and what ends the run.
 */
@Component
class HarvestRoutes extends RouteBuilder {

    static final String HARVEST = "direct:harvest";
    static final String REPLAY = "direct:harvest-replay";
    static final String REJECTED = "direct:harvest-rejected";
    static final String FENCED_OUT = "direct:harvest-fenced-out";
    static final String FAILED = "direct:harvest-failed";
    static final String STILL_REJECTED = "direct:harvest-still-rejected";

    /** Of all feeds together. */
    private static final int MAPPERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final String BATCH = "direct:harvest-batch";
    private static final String RECORD = "direct:harvest-record";
    private static final String ENDED = "direct:harvest-ended";

    private final HarvestSteps steps;
    private final ReplaySteps replay;
    private final HarvestProgress progress;

    HarvestRoutes(HarvestSteps steps, ReplaySteps replay, HarvestProgress progress) {
        this.steps = steps;
        this.replay = replay;
        this.progress = progress;
    }

    @Override
    public void configure() {
        ExecutorService mappers =
                getCamelContext().getExecutorServiceManager().newFixedThreadPool(this, "mapping", MAPPERS);
        // spotless:off
        from(HARVEST)
            .routeId("harvest")
            .routeConfigurationId(HarvestFaults.OF_THE_RUN)
            .bean(steps, "begin")
            .bean(steps, "open")
            .split(body()).streaming().stopOnException()
                .to(BATCH)
            .end()
            .bean(steps, "publish")
            .to(ENDED);

        from(BATCH)
            .routeId("harvest-batch")
            // What cannot be staged ends the run, by the policy of the harvest; it must not count as dealt with here.
            .errorHandler(noErrorHandler())
            .bean(steps, "fingerprint")
            .bean(steps, "stageKnown")
            // Several at once; whoever brought the batch goes on with what became of it.
            .split(body(), new MappedRecords()).parallelProcessing().executorService(mappers).synchronous()
                .to(RECORD)
            .end()
            .bean(steps, "stage");

        from(RECORD)
            .routeId("harvest-record")
            .routeConfigurationId(HarvestFaults.OF_A_RECORD)
            .bean(steps, "map");

        from(REPLAY)
            .routeId("harvest-replay")
            .routeConfigurationId(HarvestFaults.OF_A_REPLAY)
            .bean(replay, "begin")
            .bean(steps, "map")
            .bean(replay, "publish")
            .to(ENDED);

        from(STILL_REJECTED)
            .routeId("harvest-still-rejected")
            .bean(replay, "reject")
            .to(ENDED);

        from(REJECTED)
            .routeId("harvest-rejected")
            .bean(steps, "reject");

        from(FENCED_OUT)
            .routeId("harvest-fenced-out")
            .bean(steps, "giveUp");

        from(FAILED)
            .routeId("harvest-failed")
            .bean(steps, "fail")
            .to(ENDED);

        from(ENDED)
            .routeId("harvest-ended")
            .bean(progress, "ended");
        // spotless:on
    }
}
