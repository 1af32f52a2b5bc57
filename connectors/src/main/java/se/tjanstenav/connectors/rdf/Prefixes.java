package se.tjanstenav.connectors.rdf;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Short names of IRIs: the well-known prefixes of public service catalogues, and a descriptor's own before them. */
public final class Prefixes {

    private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
            Map.entry("cpsv", "http://purl.org/vocab/cpsv#"),
            Map.entry("cv", "http://data.europa.eu/m8g/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("eli", "http://data.europa.eu/eli/ontology#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("locn", "http://www.w3.org/ns/locn#"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("time", "http://www.w3.org/2006/time#"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final Map<String, String> byPrefix = new TreeMap<>(WELL_KNOWN);

    /**
     * The well-known prefixes and further ones.
     *
     * @param own beginnings of IRIs by prefix
     */
    public Prefixes(Map<String, String> own) {
        byPrefix.values().removeAll(own.values());
        byPrefix.putAll(own);
    }

    /** The IRI that a prefixed name stands for, or an IRI itself; empty if the prefix is unknown. */
    public Optional<String> expand(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (byPrefix.containsKey(prefix)) {
            return Optional.of(byPrefix.get(prefix) + name.substring(colon + 1));
        }
        return name.startsWith("http://") || name.startsWith("https://") || name.startsWith("urn:")
                ? Optional.of(name)
                : Optional.empty();
    }

    /** The prefixed name of an IRI, the longest beginning counting; the IRI itself where it has none. */
    String shorten(String iri) {
        return byPrefix.entrySet().stream()
                .filter(entry -> iri.length() > entry.getValue().length() && iri.startsWith(entry.getValue()))
                .max(Comparator.comparingInt(entry -> entry.getValue().length()))
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .orElse(iri);
    }
}
