package se.tjanstenav.catalog.search;

import java.util.Map;

class OpenSearchSearchContractTest extends SearchContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.openSearch();
    }
}
