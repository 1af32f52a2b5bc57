package se.tjanstenav.routes.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.core.task.support.ExecutorServiceAdapter;
import se.tjanstenav.connectors.Connectors;

/** Puts the live look-up together; its threads are virtual where the JDK has them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
class LiveConfiguration {

    @Bean
    LiveSteps liveSteps(
            Connectors connectors,
            LiveProperties properties,
            LiveStatuses statuses,
            LiveMeters meters,
            MeterRegistry registry,
            Clock clock) {
        KnownAnswers answers = new KnownAnswers(properties, clock, registry);
        return new LiveSteps(connectors, answers, properties, statuses, meters, clock);
    }

    /** Rather than queue, a look-up for which there is no thread is refused. It goes on in the trace of who asked first. */
    static SimpleAsyncTaskExecutor threads(LiveProperties properties, boolean virtual) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("live-");
        threads.setVirtualThreads(virtual);
        threads.setDaemon(true);
        threads.setTaskDecorator(new ContextPropagatingTaskDecorator());
        threads.setConcurrencyLimit(properties.threads());
        threads.setRejectTasksWhenLimitReached(true);
        return threads;
    }

    @Bean
    LiveRoutes liveRoutes(LiveSteps steps, LiveProperties properties, Environment environment) {
        return new LiveRoutes(
                steps, new ExecutorServiceAdapter(threads(properties, Threading.VIRTUAL.isActive(environment))));
    }

    @Bean
    LiveWaitingTimes waitingTimes(
            Connectors connectors, ProducerTemplate flow, LiveSteps steps, LiveStatuses statuses) {
        return new LiveWaitingTimes(connectors, flow, steps, statuses);
    }
}
