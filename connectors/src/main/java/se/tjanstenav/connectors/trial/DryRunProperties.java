package se.tjanstenav.connectors.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator decides about dry runs through the registry API.
 *
 * @param deadline how long one may take
 */
@ConfigurationProperties("tjanstenav.dry-run")
public record DryRunProperties(@DefaultValue("20s") Duration deadline) {

    public DryRunProperties {
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("tjanstenav.dry-run.deadline must be at least 1s, but is " + deadline);
        }
    }
}
