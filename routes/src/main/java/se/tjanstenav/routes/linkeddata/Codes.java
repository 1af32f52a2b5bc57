package se.tjanstenav.routes.linkeddata;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** Codes as concepts, with their labels where they are in the vocabulary that agencies share. */
final class Codes {

    private final ConceptLabels labels;

    Codes(ConceptLabels labels) {
        this.labels = labels;
    }

    /** The label of a code; of one that nobody has put a name to, the code itself, which is in no known language. */
    LocalizedText label(String scheme, String code) {
        return labels.shared(scheme, code).orElseGet(() -> new LocalizedText(Map.of("und", code)));
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
        labels.shared(scheme, code).ifPresent(label -> out.text(concept, "skos:prefLabel", label));
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
