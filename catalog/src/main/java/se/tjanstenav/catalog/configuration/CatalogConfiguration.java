package se.tjanstenav.catalog.configuration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.cache.CacheConfiguration;
import se.tjanstenav.catalog.search.SearchConfiguration;
import se.tjanstenav.catalog.store.StoreConfiguration;

/**
 * A whole catalogue: import this, provide a {@link java.time.Clock} and, if wanted, a Micrometer registry. On start the
 * database's schema is migrated and the search index caught up.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
@Import({StoreConfiguration.class, SearchConfiguration.class, CacheConfiguration.class})
public class CatalogConfiguration {}
