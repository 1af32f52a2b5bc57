package se.tjanstenav.routes.live;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import org.springframework.util.unit.DataSize;
import se.tjanstenav.catalog.WaitingTimes.Said;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.DescriptorFault;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.LiveFeed;

/** The flow in Camel over given feeds, without a hub. To be closed. */
final class LiveFlow implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LiveWaitingTimes waitingTimes;
    final KnownAnswers answers;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    LiveFlow(Clock clock, LiveProperties properties, LiveFeed... feeds) throws Exception {
        Connectors connectors = new OnlyLive(List.of(feeds));
        LiveStatuses statuses = new LiveStatuses(clock);
        answers = new KnownAnswers(properties, clock, meters);
        LiveSteps steps = new LiveSteps(connectors, answers, properties, statuses, new LiveMeters(meters), clock);
        camel.addRoutesConfigurations(new LiveFaults());
        camel.addRoutes(
                new LiveRoutes(steps, new ExecutorServiceAdapter(LiveConfiguration.threads(properties, false))));
        camel.start();
        waitingTimes = new LiveWaitingTimes(connectors, camel.createProducerTemplate(), steps, statuses);
    }

    static LiveProperties properties(int threads, int threadsPerFeed, int entries) {
        return new LiveProperties(
                DataSize.ofMegabytes(1), entries, Duration.ofHours(1), threads, threadsPerFeed, Duration.ofSeconds(10));
    }

    /** What the one feed there is says of a service. */
    Said ask(ServiceKey service) {
        List<Said> said = waitingTimes.of(service);
        if (said.size() != 1) {
            throw new AssertionError("One feed was to answer, but there are " + said);
        }
        return said.get(0);
    }

    @Override
    public void close() {
        camel.stop();
    }

    private record OnlyLive(List<LiveFeed> liveFeeds) implements Connectors {

        @Override
        public List<Feed> feeds() {
            return List.of();
        }

        @Override
        public Optional<Feed> feed(FeedId id) {
            return Optional.empty();
        }

        @Override
        public Set<String> idsOfFiles() {
            return Set.of();
        }

        @Override
        public boolean refresh() {
            return false;
        }

        @Override
        public List<DescriptorFault> faults() {
            return List.of();
        }
    }
}
