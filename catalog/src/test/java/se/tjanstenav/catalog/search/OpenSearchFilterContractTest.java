package se.tjanstenav.catalog.search;

import java.util.Map;

class OpenSearchFilterContractTest extends FilterContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.openSearch();
    }
}
