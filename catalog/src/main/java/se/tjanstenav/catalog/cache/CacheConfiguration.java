package se.tjanstenav.catalog.cache;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.Freshness;

/** The hot cache, measured where there is a meter registry. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

    /** Follows first: until it has, a reader is shown by one answer what another tells differently. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    CaffeineAnswerCache answerCache(
            CatalogProperties properties,
            ChangeLog log,
            Freshness freshness,
            Clock clock,
            ObjectProvider<MeterRegistry> registry) {
        CaffeineAnswerCache cache =
                new CaffeineAnswerCache(properties.cacheSize().toBytes(), log, freshness, clock);
        registry.ifAvailable(cache::measureIn);
        return cache;
    }
}
