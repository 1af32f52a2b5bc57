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

/** The hot caches, measured where there is a meter registry. */
@Configuration(proxyBeanMethods = false)
public class CacheConfiguration {

    /** Lists get this part of the memory that single services have, on top of it. */
    private static final int SHARE_OF_LISTS = 4;

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

    @Bean
    CaffeineListCache listCache(
            CatalogProperties properties,
            ChangeLog log,
            Freshness freshness,
            Clock clock,
            ObjectProvider<MeterRegistry> registry) {
        long bytes = properties.cacheSize().toBytes() / SHARE_OF_LISTS;
        CaffeineListCache cache = new CaffeineListCache(bytes, properties.sqlite(), log, freshness, clock);
        registry.ifAvailable(cache::measureIn);
        return cache;
    }
}
