package se.tjanstenav.routes.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** Codes as concepts, with their labels where they are in the vocabulary that agencies share. */
final class Codes {

    private static final String RESOURCE = "/se/tjanstenav/connectors/vocabulary.json";
    private static final Map<String, String> LISTS = Map.of(
            "lifeEvents", "lifeEvent", "businessEvents", "businessEvent", "themes", "theme", "caseEvents", "caseEvent");

    private final Map<String, LocalizedText> labels = new HashMap<>();

    Codes() {
        try (InputStream json = Codes.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("The vocabulary " + RESOURCE + " is missing from the class path");
            }
            JsonMapper.shared()
                    .readTree(json)
                    .forEachEntry((list, terms) -> terms.forEach(term -> labels.put(
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

    /** The label of a code; of one that nobody has put a name to, the code itself, which is in no known language. */
    LocalizedText label(String scheme, String code) {
        LocalizedText known = labels.get(scheme + ":" + code);
        return known != null ? known : new LocalizedText(Map.of("und", code));
    }

    /** Links to a code of a list. */
    void link(Statements out, Node subject, String property, String scheme, @Nullable String code) {
        if (code != null) {
            out.link(subject, property, concept(out, scheme, code));
        }
    }

    /** Links to a constant by the code it has in the API. */
    void link(Statements out, Node subject, String property, String scheme, @Nullable Enum<?> constant) {
        if (constant != null) {
            link(out, subject, property, scheme, code(constant));
        }
    }

    Node concept(Statements out, String scheme, String code) {
        Node concept = Iris.concept(scheme, code);
        out.is(concept, "skos:Concept").code(concept, "skos:notation", code);
        out.link(concept, "skos:inScheme", Iris.concept("scheme", scheme));
        if (labels.containsKey(scheme + ":" + code)) {
            out.text(concept, "skos:prefLabel", label(scheme, code));
        }
        return concept;
    }

    /** A concept of somebody else's list. */
    static void foreign(Statements out, Node subject, String property, Node concept) {
        out.link(subject, property, concept).is(concept, "skos:Concept");
    }

    static String code(Enum<?> constant) {
        return JsonMapper.shared().convertValue(constant, String.class);
    }

    /** Languages as linguistic systems; one that the authority table does not know is left out. */
    static void languages(Statements out, Node subject, Iterable<String> tags) {
        for (String tag : tags) {
            Authorities.language(tag).ifPresent(language -> out.link(subject, "dct:language", language)
                    .is(language, "dct:LinguisticSystem"));
        }
    }
}
