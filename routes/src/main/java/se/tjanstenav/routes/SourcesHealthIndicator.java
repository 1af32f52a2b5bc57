package se.tjanstenav.routes;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.WaitingTimes;
import se.tjanstenav.connectors.Connectors;

/**
 * Shows an operator which sources fail and which descriptors are not used. The hub stays up: it serves the last known
 * good, and restarting it would mend no agency.
 */
@Component
class SourcesHealthIndicator implements HealthIndicator {

    private final Sources sources;
    private final WaitingTimes live;
    private final Connectors connectors;

    SourcesHealthIndicator(Sources sources, WaitingTimes live, Connectors connectors) {
        this.sources = sources;
        this.live = live;
        this.connectors = connectors;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (SourceStatus source : sources.all()) {
            health.withDetail(source.feed().path(), source.status());
        }
        for (SourceStatus source : live.sources()) {
            health.withDetail(source.feed().path(), source.status());
        }
        if (!connectors.faults().isEmpty()) {
            health.withDetail(
                    "unusedDescriptors",
                    connectors.faults().stream().map(Object::toString).toList());
        }
        return health.build();
    }
}
