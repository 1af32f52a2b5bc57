package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.tjanstenav.catalog.SearchUnavailableException;
import se.tjanstenav.catalog.model.ServiceId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An index of OpenSearch that any replica may write to at any time. Every document and the position bear the number of
 * the change log that they are as of; OpenSearch refuses what is older than what it has. So a replica that was held up
 * can do no harm, and replicas need not agree on who writes. What is removed leaves an empty document, because OpenSearch
 * soon forgets as of when it deleted something.
 */
final class OpenSearchGeneration implements Generation {

    private static final int CONFLICT = 409;
    private static final int STRETCH = 500;
    private static final String COUNTED =
            "{\"query\":{\"exists\":{\"field\":\"%s\"}}}".formatted(IndexedFields.AUTHORITY);
    private static final JsonMapper JSON = OpenSearchRequests.json();

    private final OpenSearchRequests requests;
    private final OpenSearchNames names;
    private final String index;

    OpenSearchGeneration(OpenSearchRequests requests, OpenSearchNames names, String index) {
        this.requests = requests;
        this.names = names;
        this.index = index;
    }

    @Override
    public String name() {
        return index;
    }

    @Override
    public Optional<IndexPosition> position() {
        return requests.trySend("GET", "/" + names.positions() + "/_doc/" + index, null, Set.of(404))
                .map(found -> found.path("_source"))
                .map(position -> IndexPosition.read(
                        position.path("store").asString(),
                        position.path("format").asInt(),
                        position.path("sequence").asLong()));
    }

    @Override
    public long count() {
        return requests.send("POST", "/" + index + "/_count", COUNTED)
                .path("count")
                .asLong();
    }

    /** Short, since other replicas see by the position that somebody is at it. */
    @Override
    public int stretch() {
        return STRETCH;
    }

    @Override
    public void write(List<IndexedService> present, Collection<ServiceId> gone, long asOf) {
        if (present.isEmpty() && gone.isEmpty()) {
            return;
        }
        StringBuilder bulk = new StringBuilder();
        present.forEach(indexed -> add(bulk, indexed.id, asOf, document(IndexedFields.of(indexed))));
        gone.forEach(id -> add(bulk, id.value(), asOf, document(Map.of())));
        // Without the alias, an index that was removed a moment ago would be made again, and by guessing.
        check(requests.send("POST", "/" + names.writeAlias(index) + "/_bulk?require_alias=true", bulk.toString()));
    }

    private static void add(StringBuilder bulk, String id, long asOf, ObjectNode document) {
        ObjectNode action = JSON.createObjectNode();
        action.putObject("index").put("_id", id).put("version", asOf).put("version_type", "external_gte");
        bulk.append(action).append('\n').append(document).append('\n');
    }

    private static ObjectNode document(Map<String, List<?>> fields) {
        ObjectNode document = JSON.createObjectNode().put("_entity_type", IndexMapping.SERVICE_TYPE);
        fields.forEach((field, values) -> document.set(field, JSON.valueToTree(values)));
        return document;
    }

    /** A newer state that is there already is as good as success. */
    private void check(JsonNode answer) {
        for (JsonNode item : answer.path("items")) {
            JsonNode outcome = item.path("index");
            int status = outcome.path("status").asInt();
            if (status == 429 || status == 503) {
                throw new SearchUnavailableException("OpenSearch is too busy to write to " + index);
            }
            if (outcome.has("error") && status != CONFLICT) {
                throw new IllegalStateException("OpenSearch cannot write service %s to %s: %s"
                        .formatted(
                                outcome.path("_id").asString(),
                                index,
                                outcome.path("error").path("type").asString()));
            }
        }
    }

    @Override
    public boolean grown() {
        return false;
    }

    @Override
    public void layOut() {
        // OpenSearch lays its shards out by itself.
    }

    @Override
    public void moveTo(IndexPosition reached) {
        requests.send("POST", "/" + index + "/_refresh", null);
        ObjectNode position = JSON.createObjectNode()
                .put("store", reached.store)
                .put("format", reached.format)
                .put("sequence", reached.sequence);
        requests.trySend(
                "PUT",
                "/%s/_doc/%s?version=%d&version_type=external_gte"
                        .formatted(names.positions(), index, reached.sequence),
                position.toString(),
                Set.of(CONFLICT));
    }
}
