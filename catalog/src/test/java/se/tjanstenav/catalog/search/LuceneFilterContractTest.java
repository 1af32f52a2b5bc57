package se.tjanstenav.catalog.search;

import java.util.Map;

class LuceneFilterContractTest extends FilterContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.lucene();
    }
}
