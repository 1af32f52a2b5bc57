package se.tjanstenav.routes;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.tjanstenav.catalog.configuration.CatalogConfiguration;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.registry.RegistryConfiguration;

/** Puts the modules together. */
@Configuration(proxyBeanMethods = false)
@Import({CatalogConfiguration.class, ConnectorsConfiguration.class, RegistryConfiguration.class})
class HubConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
