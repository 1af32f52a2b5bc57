package se.tjanstenav.catalog.search;

import java.util.Map;
import java.util.UUID;

/** The settings by which the contract suites choose a backend. */
final class SearchBackends {

    static final String URIS = "tjanstenav.catalog.search.opensearch.uris";
    private static final String PREFIX = "tjanstenav.catalog.search.opensearch.index-prefix";

    private SearchBackends() {}

    static Map<String, String> lucene() {
        return Map.of();
    }

    /** With indexes that no other test sees. */
    static Map<String, String> openSearch() {
        return openSearch(SharedOpenSearch.uri().toString());
    }

    static String prefix(Map<String, String> settings) {
        return settings.getOrDefault(PREFIX, "");
    }

    static Map<String, String> openSearch(String uri) {
        return Map.of(URIS, uri, PREFIX, "t" + UUID.randomUUID().toString().replace("-", ""));
    }
}
