package se.tjanstenav.routes.live;

import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * The error policy of the live look-up: an agency that fails is no error here but something known, and where all threads
 * are taken the citizen is told what is known.
 */
@Component
class LiveFaults extends RouteConfigurationBuilder {

    static final String NO_THREAD_FREE = "live-no-thread-free";

    @Override
    public void configuration() {
        routeConfiguration(NO_THREAD_FREE)
                .onException(RejectedExecutionException.class)
                .handled(true)
                .logExhausted(false)
                .to(LiveRoutes.NO_THREAD);
    }
}
