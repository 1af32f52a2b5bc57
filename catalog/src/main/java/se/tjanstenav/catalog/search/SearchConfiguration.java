package se.tjanstenav.catalog.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.StoredServices;

/** The search index and the catalogue that is read through it. */
@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

    @Bean
    ServiceIndex serviceIndex(CatalogProperties properties, StoredServices store, ChangeLog log) {
        return ServiceIndex.open(properties.indexDirectory(), store, log);
    }

    @Bean
    Catalogue catalogue(StoredServices store, ServiceIndex index) {
        return new SearchableCatalogue(store, index);
    }
}
