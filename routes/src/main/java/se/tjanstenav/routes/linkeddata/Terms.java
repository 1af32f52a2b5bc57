package se.tjanstenav.routes.linkeddata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The namespaces in use, by the prefixes they are written with, and their terms. */
final class Terms {

    /** The hub's own vocabulary, which is the same in every installation; {@code vocabulary.ttl} defines it. */
    static final String OWN = "urn:tjanstenav:ns:";

    /** Codes that services of all agencies share, by kind, such as {@code tnc:lifeEvent:havingAChild}. */
    static final String CONCEPTS = "urn:tjanstenav:concept:";

    /** By prefix, in the order they are declared. */
    static final Map<String, String> PREFIXES = prefixes();

    private Terms() {}

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("adms", "http://www.w3.org/ns/adms#");
        prefixes.put("cpsv", "http://purl.org/vocab/cpsv#");
        prefixes.put("cv", "http://data.europa.eu/m8g/");
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("eli", "http://data.europa.eu/eli/ontology#");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("locn", "http://www.w3.org/ns/locn#");
        prefixes.put("org", "http://www.w3.org/ns/org#");
        prefixes.put("owl", "http://www.w3.org/2002/07/owl#");
        prefixes.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        prefixes.put("schema", "https://schema.org/");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("time", "http://www.w3.org/2006/time#");
        prefixes.put("tn", OWN);
        prefixes.put("tnc", CONCEPTS);
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return Collections.unmodifiableMap(prefixes);
    }

    /** The term that a prefixed name such as {@code dct:title} stands for. */
    static Node term(String name) {
        int colon = name.indexOf(':');
        String namespace = PREFIXES.get(name.substring(0, Math.max(colon, 0)));
        if (namespace == null) {
            throw new IllegalArgumentException("No namespace is known for " + name);
        }
        return NodeFactory.createURI(namespace + name.substring(colon + 1));
    }
}
