package se.tjanstenav.routes.traffic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may ask of the citizen API.
 *
 * @param enabled whether there is a limit; a gateway in front may keep one instead
 * @param requestsPerSecond what a client may ask for as long as it likes
 * @param burst how many requests it may make at once after it has been quiet
 */
@ConfigurationProperties("tjanstenav.api.rate-limit")
public record TrafficProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int requestsPerSecond,
        @DefaultValue("500") int burst) {

    public TrafficProperties {
        check(requestsPerSecond >= 1, "requests-per-second must be at least 1; for no limit, set enabled to false");
        check(burst >= requestsPerSecond, "burst must be at least requests-per-second");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("tjanstenav.api.rate-limit." + otherwise);
        }
    }
}
