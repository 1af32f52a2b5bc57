package se.tjanstenav.routes;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import se.tjanstenav.connectors.Connectors;

/** Looks at the descriptor files again and again, so that an agency is connected or changed without a restart. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DescriptorWatch {

    private static final String EVERY = "${tjanstenav.connectors.look-again-every:5s}";

    private final Connectors connectors;
    private final ApplicationEventPublisher events;

    DescriptorWatch(Connectors connectors, ApplicationEventPublisher events) {
        this.connectors = connectors;
        this.events = events;
    }

    @Scheduled(initialDelayString = EVERY, fixedDelayString = EVERY)
    void lookAgain() {
        if (connectors.refresh()) {
            events.publishEvent(new ConnectorsChanged());
        }
    }
}
