package se.tjanstenav.routes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;

/** Measures how old each source's data are, so that an operator is told before a citizen notices. */
@Component
class SourceMeters {

    private final MeterRegistry meters;
    private final Connectors connectors;
    private final Sources sources;
    private final Clock clock;
    private final Set<FeedId> measured = new HashSet<>();

    SourceMeters(MeterRegistry meters, Connectors connectors, Sources sources, Clock clock) {
        this.meters = meters;
        this.connectors = connectors;
        this.sources = sources;
        this.clock = clock;
    }

    @EventListener({ApplicationReadyEvent.class, ConnectorsChanged.class})
    synchronized void registerGauges() {
        connectors.feeds().stream().map(Feed::id).filter(measured::add).forEach(feed -> Gauge.builder(
                        "tjanstenav.source.age", () -> ageInSeconds(feed))
                .description("Time since the source was last harvested successfully; no value before the first time")
                .baseUnit("seconds")
                .tag("feed", feed.path())
                .register(meters));
    }

    private double ageInSeconds(FeedId feed) {
        SourceStatus source = sources.byFeed().get(feed);
        return source == null || source.lastSuccess() == null
                ? Double.NaN
                : Duration.between(source.lastSuccess(), clock.instant()).toSeconds();
    }
}
