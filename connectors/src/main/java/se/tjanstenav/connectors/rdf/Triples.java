package se.tjanstenav.connectors.rdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** The triples of one answer by subject and predicate, at most 200,000 of them; named graphs are one with the rest. */
final class Triples extends StreamRDFBase {

    private static final int MAX = 200_000;

    private final Map<Node, Map<String, List<Node>>> bySubject = new LinkedHashMap<>();
    private int count;

    @Override
    public void triple(Triple triple) {
        if (++count > MAX) {
            throw SourceException.of(FaultCode.TOO_LARGE, "The linked data has over %d triples".formatted(MAX));
        }
        List<Node> objects = bySubject
                .computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
                .computeIfAbsent(triple.getPredicate().getURI(), predicate -> new ArrayList<>());
        objects.add(triple.getObject());
    }

    @Override
    public void quad(Quad quad) {
        triple(quad.asTriple());
    }

    /** The properties of a resource; none where it is only named. */
    Map<String, List<Node>> of(Node subject) {
        return bySubject.getOrDefault(subject, Map.of());
    }

    /** The resources of a class. */
    List<Node> instances(Node type) {
        return bySubject.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .getOrDefault(ResourceTree.TYPE, List.of())
                        .contains(type))
                .map(Map.Entry::getKey)
                .toList();
    }
}
