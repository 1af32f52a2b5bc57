package se.tjanstenav.routes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tjanstenav.connectors.Connectors;

/** Looks at the descriptors anew and tells whoever must know: after a change of the registry, and again and again. */
@Component
public class ConnectorRefresh {

    private final Connectors connectors;
    private final ApplicationEventPublisher events;

    ConnectorRefresh(Connectors connectors, ApplicationEventPublisher events) {
        this.connectors = connectors;
        this.events = events;
    }

    /** What has changed is registered, scheduled and measured when this returns. */
    public void now() {
        if (connectors.refresh()) {
            events.publishEvent(new ConnectorsChanged());
        }
    }
}
