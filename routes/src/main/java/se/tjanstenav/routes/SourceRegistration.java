package se.tjanstenav.routes;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.Feed;

/** Makes the feeds of every valid descriptor sources of the catalogue. */
@Component
class SourceRegistration implements ApplicationRunner {

    private final Connectors connectors;
    private final Sources sources;

    SourceRegistration(Connectors connectors, Sources sources) {
        this.connectors = connectors;
        this.sources = sources;
    }

    @Override
    public void run(ApplicationArguments args) {
        register();
    }

    /** Comes first: a feed is harvested into a source that the catalogue knows. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ConnectorsChanged.class)
    void register() {
        sources.register(connectors.feeds().stream().map(Feed::registration).toList());
    }
}
