package se.tjanstenav.routes;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import se.tjanstenav.connectors.ConnectorsProperties;

/**
 * Looks at the descriptor files and at the registry again and again, so that an agency is connected or changed without a
 * restart, also through another replica.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DescriptorWatch implements SchedulingConfigurer {

    private final ConnectorRefresh refresh;
    private final Duration every;

    DescriptorWatch(ConnectorRefresh refresh, ConnectorsProperties properties) {
        this.refresh = refresh;
        this.every = properties.lookAgainEvery();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(refresh::now, every, every));
    }
}
