package se.tjanstenav.routes.live;

import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.Connectors;

/** The live look-up as the citizen API sees it. */
class LiveWaitingTimes implements WaitingTimes {

    private static final Logger log = LoggerFactory.getLogger(LiveWaitingTimes.class);

    private final Connectors connectors;
    private final ProducerTemplate flow;
    private final LiveSteps steps;
    private final LiveStatuses statuses;

    LiveWaitingTimes(Connectors connectors, ProducerTemplate flow, LiveSteps steps, LiveStatuses statuses) {
        this.connectors = connectors;
        this.flow = flow;
        this.steps = steps;
        this.statuses = statuses;
    }

    @Override
    public boolean covers(ServiceKey service) {
        return connectors.liveFeeds().stream().anyMatch(feed -> feed.answersFor(service));
    }

    /** Where the flow itself fails, as when the hub is stopping, what is known is still told. */
    @Override
    public List<Said> of(ServiceKey service) {
        try {
            return said(flow.requestBody(LiveRoutes.WAITING_TIMES, service));
        } catch (CamelExecutionException | IllegalStateException e) {
            log.error("The live look-up of {} failed", service, e);
            return steps.gather(steps.scatter(service));
        }
    }

    private static List<Said> said(@Nullable Object gathered) {
        if (gathered instanceof List<?> list) {
            return list.stream().map(Said.class::cast).toList();
        }
        throw new IllegalStateException("The flow gathers a list, but gave " + gathered);
    }

    @Override
    public List<SourceStatus> sources() {
        return connectors.liveFeeds().stream().map(statuses::of).toList();
    }
}
