package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.standalone.mapping.CloseableSearchMapping;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.hibernate.search.util.common.SearchException;
import org.springframework.core.NestedExceptionUtils;
import se.tjanstenav.catalog.SearchUnavailableException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenSearch that replicas share. Searches go to an alias; each generation is an index of its own, and the alias moves
 * from one to the next in a single step for all replicas.
 */
final class OpenSearchBackend implements IndexBackend {

    private static final JsonMapper JSON = OpenSearchRequests.json();
    private static final int EXCERPT = 300;
    private static final Set<Integer> MISSING = Set.of(404);
    private static final Set<Integer> EXISTS = Set.of(400);

    private final OpenSearchNames names;
    private final CloseableSearchMapping mapping;
    private final OpenSearchRequests requests;
    private final BuildWatch builds;
    private final Lexicon lexicon = new SearchedLexicon();

    private OpenSearchBackend(OpenSearchNames names, CloseableSearchMapping mapping) {
        this.names = names;
        this.mapping = mapping;
        this.requests = OpenSearchMapping.requests(mapping);
        this.builds = new BuildWatch(requests);
    }

    static OpenSearchBackend open(OpenSearchProperties properties, UUID store) {
        OpenSearchNames names = OpenSearchNames.of(properties.indexPrefix(), store);
        return new OpenSearchBackend(names, OpenSearchMapping.start(properties, names.alias()));
    }

    @Override
    public Optional<Generation> current() {
        return requests.trySend("GET", "/_alias/" + names.alias(), null, MISSING).stream()
                .flatMap(answer -> answer.propertyNames().stream())
                .filter(names::isIndex)
                .max(Comparator.naturalOrder())
                .map(this::generation);
    }

    private Generation generation(String index) {
        return new OpenSearchGeneration(requests, names, index);
    }

    @Override
    public Optional<Generation> create() {
        List<String> all = all();
        int inUse = current().map(Generation::name).map(names::number).orElse(0);
        int last = all.stream().mapToInt(names::number).max().orElse(0);
        if (last > inUse && builds.alive(names.index(last))) {
            return Optional.empty();
        }
        requests.trySend("PUT", "/" + names.positions(), "{\"mappings\":{\"dynamic\":false}}", EXISTS);
        String index = names.index(last + 1);
        return requests.trySend("PUT", "/" + index, schema(index), EXISTS).map(made -> generation(index));
    }

    private String schema(String index) {
        ObjectNode schema = (ObjectNode) JSON.readTree(OpenSearchMapping.schema(mapping));
        schema.withObject("/settings/index").put("max_result_window", ServiceSearch.DEEPEST);
        // As in Lucene; by default OpenSearch puts a hundred positions between two keywords.
        schema.withObject("/mappings/properties").properties().stream()
                .map(field -> (ObjectNode) field.getValue())
                .filter(field -> field.has("analyzer"))
                .forEach(field -> field.put("position_increment_gap", 0));
        schema.withObject("/aliases").putObject(names.writeAlias(index));
        return schema.toString();
    }

    private List<String> all() {
        return requests.trySend("GET", "/" + names.pattern() + "/_alias", null, MISSING).stream()
                .flatMap(answer -> answer.propertyNames().stream())
                .filter(names::isIndex)
                .toList();
    }

    /**
     * Moves the alias only from where it was found, and removes the old index only when all searches go to the new one: it
     * is closed before the nodes have taken note of anything else that the same request says.
     */
    @Override
    public boolean use(Generation generation) {
        Optional<String> before = current().map(Generation::name);
        if (before.filter(index -> names.number(index) > names.number(generation.name()))
                .isPresent()) {
            return false;
        }
        ObjectNode change = JSON.createObjectNode();
        ArrayNode actions = change.putArray("actions");
        before.ifPresent(index -> alias(actions, "remove", index).put("must_exist", true));
        alias(actions, "add", generation.name());
        boolean moved = requests.trySend("POST", "/_aliases", change.toString(), MISSING)
                .isPresent();
        if (moved) {
            all().stream()
                    .filter(index -> names.number(index) < names.number(generation.name()))
                    .forEach(index -> discard(generation(index)));
        }
        return moved;
    }

    private ObjectNode alias(ArrayNode actions, String action, String index) {
        return actions.addObject().putObject(action).put("index", index).put("alias", names.alias());
    }

    @Override
    public void discard(Generation generation) {
        requests.trySend("DELETE", "/" + generation.name(), null, MISSING);
    }

    /** Tries again where OpenSearch answered, since the index may have been replaced while it was being searched. */
    @Override
    public <T> T ask(Function<SearchSession, T> question) {
        try {
            return askOnce(question);
        } catch (SearchException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof IOException) {
                throw unavailable(e);
            }
        }
        try {
            return askOnce(question);
        } catch (SearchException e) {
            throw unavailable(e);
        }
    }

    private <T> T askOnce(Function<SearchSession, T> question) {
        try (SearchSession session = mapping.createSession()) {
            return question.apply(session);
        }
    }

    private static SearchUnavailableException unavailable(SearchException e) {
        String said = String.valueOf(e.getMessage());
        return new SearchUnavailableException(
                "OpenSearch does not answer searches: " + said.substring(0, Math.min(EXCERPT, said.length())), e);
    }

    @Override
    public Lexicon lexicon() {
        return lexicon;
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public String toString() {
        return "OpenSearch, " + names.alias();
    }

    @Override
    public void close() {
        mapping.close();
    }
}
