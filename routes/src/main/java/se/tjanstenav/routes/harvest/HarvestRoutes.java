package se.tjanstenav.routes.harvest;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * The life of a harvest. A feed is opened and split, page by page, into batches; every batch is split into records,
 * each mapped on its own, and gathered again to be staged at once; what was staged is published in one transaction.
 * {@link HarvestFaults} says what leads to the dead-letter route and what ends the run.
 */
@Component
class HarvestRoutes extends RouteBuilder {

    static final String HARVEST = "direct:harvest";
    static final String REJECTED = "direct:harvest-rejected";
    static final String FENCED_OUT = "direct:harvest-fenced-out";
    static final String FAILED = "direct:harvest-failed";

    private static final String BATCH = "direct:harvest-batch";
    private static final String RECORD = "direct:harvest-record";
    private static final String ENDED = "direct:harvest-ended";

    /** Records mapped and staged together: enough to batch the SQL, few enough to hold in memory. */
    private static final int BATCH_SIZE = 200;

    private final HarvestSteps steps;
    private final HarvestProgress progress;

    HarvestRoutes(HarvestSteps steps, HarvestProgress progress) {
        this.steps = steps;
        this.progress = progress;
    }

    @Override
    public void configure() {
        // spotless:off
        from(HARVEST)
            .routeId("harvest")
            .routeConfigurationId(HarvestFaults.OF_THE_RUN)
            .bean(steps, "begin")
            .bean(steps, "open")
            .split(body()).streaming().group(BATCH_SIZE).stopOnException()
                .to(BATCH)
            .end()
            .bean(steps, "publish")
            .to(ENDED);

        from(BATCH)
            .routeId("harvest-batch")
            .split(body(), new MappedContributions())
                .to(RECORD)
            .end()
            .bean(steps, "stage");

        from(RECORD)
            .routeId("harvest-record")
            .routeConfigurationId(HarvestFaults.OF_A_RECORD)
            .bean(steps, "map");

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
