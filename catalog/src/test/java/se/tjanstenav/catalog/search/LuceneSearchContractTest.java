package se.tjanstenav.catalog.search;

import java.util.Map;

class LuceneSearchContractTest extends SearchContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.lucene();
    }
}
