package se.tjanstenav.routes;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the hub says when it is ready.
 *
 * @param also further places to look, by name
 */
@ConfigurationProperties("tjanstenav.start-report")
public record StartReportProperties(@DefaultValue Map<String, String> also) {}
