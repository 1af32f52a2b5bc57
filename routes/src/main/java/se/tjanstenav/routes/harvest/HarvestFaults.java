package se.tjanstenav.routes.harvest;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.FencedOutException;
import se.tjanstenav.connectors.RecordRejectedException;

/**
 * The error policy of the harvest, in one place: a record that cannot be used goes to the dead-letter route, which
 * records the reject, and the harvest goes on; anything else ends the run, and the last known good stays.
 */
@Component
class HarvestFaults extends RouteConfigurationBuilder {

    static final String OF_THE_RUN = "harvest-run-faults";
    static final String OF_A_REPLAY = "harvest-replay-faults";
    static final String OF_A_RECORD = "harvest-record-faults";

    @Override
    public void configuration() {
        routeConfiguration(OF_THE_RUN)
                .onException(FencedOutException.class)
                .handled(true)
                .logExhausted(false)
                .to(HarvestRoutes.FENCED_OUT)
                .end()
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .to(HarvestRoutes.FAILED);

        routeConfiguration(OF_A_REPLAY)
                .onException(RecordRejectedException.class)
                .handled(true)
                .logExhausted(false)
                .to(HarvestRoutes.STILL_REJECTED)
                .end()
                .onException(FencedOutException.class)
                .handled(true)
                .logExhausted(false)
                .to(HarvestRoutes.FENCED_OUT)
                .end()
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .to(HarvestRoutes.FAILED);

        routeConfiguration(OF_A_RECORD)
                .errorHandler(deadLetterChannel(HarvestRoutes.REJECTED).logExhausted(false));
    }
}
