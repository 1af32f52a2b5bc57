package se.tjanstenav.routes.changes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of changes.
 *
 * @param streams how many may be open at the same time; beyond that they are refused with 503
 * @param heartbeat how often a stream says that it is alive; proxies cut connections that are silent for long
 * @param longest when a stream ends so that its reader connects again, perhaps to another replica
 */
@ConfigurationProperties("tjanstenav.changes")
public record ChangesProperties(
        @DefaultValue("200") int streams,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1h") Duration longest) {

    public ChangesProperties {
        if (streams < 0) {
            throw new IllegalArgumentException("tjanstenav.changes.streams cannot be negative, but is " + streams);
        }
        if (heartbeat.toMillis() < 1 || longest.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "tjanstenav.changes.heartbeat and .longest must be 1 ms or more, but are %s and %s"
                            .formatted(heartbeat, longest));
        }
    }
}
