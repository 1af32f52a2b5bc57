package se.tjanstenav.routes.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.model.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** What codes are called, in the vocabulary that agencies share and in the hub's own lists. */
@Component
public final class ConceptLabels {

    private static final String RESOURCE = "/se/tjanstenav/connectors/vocabulary.json";
    private static final Map<String, String> LISTS = Map.of(
            "lifeEvents", "lifeEvent", "businessEvents", "businessEvent", "themes", "theme", "caseEvents", "caseEvent");

    private final Map<String, LocalizedText> shared = new HashMap<>();

    ConceptLabels() {
        try (InputStream json = ConceptLabels.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The vocabulary " + RESOURCE + " is missing from the class path");
            }
            JsonMapper.shared()
                    .readTree(json)
                    .forEachEntry((list, terms) -> terms.forEach(term -> shared.put(
                            LISTS.get(list) + ":" + term.path("code").asString(),
                            new LocalizedText(Map.of(
                                    "sv",
                                    term.path("sv").asString(),
                                    "en",
                                    term.path("en").asString())))));
        } catch (IOException e) {
            throw new IllegalStateException("The vocabulary " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * The label of a code, if it has one.
     *
     * @param list as concepts are named by: {@code lifeEvent}, {@code theme}, {@code channelType} and so on
     */
    public Optional<LocalizedText> of(String list, String code) {
        return shared(list, code).or(() -> Optional.ofNullable(Own.LABELS.get(list + ":" + code)));
    }

    /** The label of a code that agencies share. */
    Optional<LocalizedText> shared(String list, String code) {
        return Optional.ofNullable(shared.get(list + ":" + code));
    }

    /** Read when it is first asked for, since reading RDF takes time that a start need not. */
    private static final class Own {

        static final Map<String, LocalizedText> LABELS = labels(OwnVocabulary.graph());

        private static Map<String, LocalizedText> labels(Graph graph) {
            Map<String, Map<String, String>> texts = new HashMap<>();
            graph.stream(Node.ANY, Terms.term("skos:prefLabel"), Node.ANY).forEach(said -> texts.computeIfAbsent(
                            said.getSubject().getURI().substring(Terms.CONCEPTS.length()), code -> new HashMap<>())
                    .put(said.getObject().getLiteralLanguage(), said.getObject().getLiteralLexicalForm()));
            Map<String, LocalizedText> labels = new HashMap<>();
            texts.forEach((code, byLanguage) -> labels.put(code, new LocalizedText(byLanguage)));
            return labels;
        }
    }
}
