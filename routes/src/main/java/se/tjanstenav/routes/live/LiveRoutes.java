package se.tjanstenav.routes.live;

import java.util.concurrent.ExecutorService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * The life of a live look-up: a service's question is scattered to its live feeds, and what they say is gathered. Where
 * an agency is to be asked, that happens beside, by wire tap, so that nobody waits longer than the budget and several
 * agencies are asked at once. {@link LiveFaults} says what happens where no thread is free.
 */
class LiveRoutes extends RouteBuilder {

    static final String WAITING_TIMES = "direct:waiting-times";
    static final String NO_THREAD = "direct:live-no-thread";

    private static final String LOOK_UP = "direct:live-look-up";
    private static final String ASK = "direct:live-ask";

    private final LiveSteps steps;
    private final ExecutorService threads;

    LiveRoutes(LiveSteps steps, ExecutorService threads) {
        this.steps = steps;
        this.threads = threads;
    }

    @Override
    public void configure() {
        // spotless:off
        from(WAITING_TIMES)
            .routeId("waiting-times")
            .bean(steps, "scatter")
            .split(body(), new GroupedBodyAggregationStrategy())
                .to(LOOK_UP)
            .end()
            .bean(steps, "gather");

        from(LOOK_UP)
            .routeId("live-look-up")
            .routeConfigurationId(LiveFaults.NO_THREAD_FREE)
            .bean(steps, "begin")
            .filter(method(steps, "leads"))
                .wireTap(ASK).dynamicUri(false).executorService(threads)
            .end();

        from(ASK)
            .routeId("live-ask")
            .bean(steps, "ask");

        from(NO_THREAD)
            .routeId("live-no-thread")
            .bean(steps, "giveUp");
        // spotless:on
    }
}
