package se.tjanstenav.connectors;

import java.util.List;
import java.util.Map;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceKey;

/**
 * What an agency says at one moment.
 *
 * @param services those it says something of
 */
public record LiveAnswer(Map<ServiceKey, Statements> services) {

    public LiveAnswer {
        services = Map.copyOf(services);
    }

    /** What it says of one service; nothing of one that it does not name. */
    public Statements of(ServiceKey service) {
        return services.getOrDefault(service, Statements.NONE);
    }

    public record Statements(List<ProcessingTime> processingTimes, List<Channel> channels) {

        static final Statements NONE = new Statements(List.of(), List.of());

        public Statements {
            processingTimes = List.copyOf(processingTimes);
            channels = List.copyOf(channels);
        }
    }
}
