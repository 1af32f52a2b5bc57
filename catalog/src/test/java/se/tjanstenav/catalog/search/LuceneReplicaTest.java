package se.tjanstenav.catalog.search;

import java.util.Map;

class LuceneReplicaTest extends ReplicaContract {

    @Override
    Map<String, String> backend() {
        return SearchBackends.lucene();
    }
}
