package se.tjanstenav.catalog.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tjanstenav.catalog.CatalogProperties;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.IndexFollower;
import se.tjanstenav.catalog.IndexRebuilds;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.RebuildRecords;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.words.Words;
import se.tjanstenav.catalog.words.WordsProperties;

/** The search index, in OpenSearch where one is named and else in Lucene, and the catalogue that is read through it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OpenSearchProperties.class, WordsProperties.class})
public class SearchConfiguration {

    @Bean
    ServiceIndex serviceIndex(
            CatalogProperties properties,
            OpenSearchProperties openSearch,
            StoredServices store,
            ChangeLog log,
            IndexFollower follower) {
        IndexBackend backend = openSearch.configured()
                ? OpenSearchBackend.open(openSearch, store.identity())
                : LuceneBackend.open(properties.indexDirectory());
        return ServiceIndex.open(backend, store, log, follower);
    }

    @Bean
    IndexRebuilds indexRebuilds(ServiceIndex index, RebuildRecords records, StoredServices store) {
        return new RequestedRebuilds(index, records, store);
    }

    @Bean
    Catalogue catalogue(StoredServices store, ServiceIndex index, Journeys journeys, WordsProperties words) {
        QuestionReader reader = new QuestionReader(Words.load(words.thesauri()), index.lexicon());
        return new SearchableCatalogue(store, index, journeys, reader);
    }
}
