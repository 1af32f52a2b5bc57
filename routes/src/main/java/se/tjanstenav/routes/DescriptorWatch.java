package se.tjanstenav.routes;

import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.ConnectorsProperties;

/** Looks at the descriptor files again and again, so that an agency is connected or changed without a restart. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DescriptorWatch implements SchedulingConfigurer {

    private final Connectors connectors;
    private final Duration every;
    private final ApplicationEventPublisher events;

    DescriptorWatch(Connectors connectors, ConnectorsProperties properties, ApplicationEventPublisher events) {
        this.connectors = connectors;
        this.every = properties.lookAgainEvery();
        this.events = events;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::lookAgain, every, every));
    }

    private void lookAgain() {
        if (connectors.refresh()) {
            events.publishEvent(new ConnectorsChanged());
        }
    }
}
