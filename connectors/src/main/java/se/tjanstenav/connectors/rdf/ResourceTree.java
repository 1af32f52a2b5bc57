package se.tjanstenav.connectors.rdf;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/**
 * One resource as a tree: prefixed names as keys in their order, what it links to nested within, values in the order of
 * their text. So the same statements make the same tree, however they were written. A link back, to another record, or
 * more than eight levels deep is the IRI alone.
 */
final class ResourceTree {

    static final String TYPE = RDF.type.getURI();

    private static final String FIRST = RDF.first.getURI();
    private static final String REST = RDF.rest.getURI();
    private static final int MAX_DEPTH = 8;
    private static final int MAX_VALUES = 200_000;
    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    private final Triples triples;
    private final Prefixes prefixes;
    private final Set<Node> records;
    private final Deque<Node> path = new ArrayDeque<>();
    private int values;
    private long characters;

    /**
     * Prepares the tree of one record.
     *
     * @param records the resources that are records themselves
     */
    ResourceTree(Triples triples, Prefixes prefixes, Set<Node> records) {
        this.triples = triples;
        this.prefixes = prefixes;
        this.records = records;
    }

    /** Whether the record is larger than the hub reads, and the tree only a part of it. */
    boolean isOversized() {
        return values > MAX_VALUES || characters > MAX_CHARACTERS;
    }

    Map<String, Object> of(Node resource) {
        path.push(resource);
        Map<String, Object> tree = new LinkedHashMap<>();
        if (resource.isURI()) {
            tree.put("@id", resource.getURI());
        }
        Map<String, List<Node>> properties = new TreeMap<>();
        triples.of(resource).forEach((iri, objects) -> properties.put(prefixes.shorten(iri), objects));
        List<Node> types = properties.remove(prefixes.shorten(TYPE));
        if (types != null) {
            put(tree, "@type", names(types));
        }
        properties.forEach((name, objects) -> put(tree, name, values(objects)));
        path.pop();
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, List<?> found) {
        if (!found.isEmpty()) {
            tree.put(name, found.size() == 1 ? found.get(0) : found);
        }
    }

    private List<Object> names(List<Node> types) {
        return types.stream()
                .filter(Node::isURI)
                .map(type -> (Object) prefixes.shorten(type.getURI()))
                .distinct()
                .sorted()
                .toList();
    }

    private List<Object> values(List<Node> objects) {
        List<Object> found = new ArrayList<>();
        for (Node object : objects) {
            values++;
            Object value = isOversized() ? null : value(object);
            if (value != null) {
                found.add(value);
            }
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private @Nullable Object value(Node node) {
        if (node.isLiteral()) {
            characters += node.getLiteralLexicalForm().length();
            return literal(node);
        }
        if (triples.of(node).containsKey(FIRST) || node.equals(RDF.nil.asNode())) {
            return list(node);
        }
        boolean leaf = triples.of(node).isEmpty();
        if (leaf || path.contains(node) || records.contains(node) || path.size() >= MAX_DEPTH) {
            characters += node.isURI() ? node.getURI().length() : 0;
            return node.isURI() ? Map.of("@id", node.getURI()) : null;
        }
        return of(node);
    }

    /** In its own order, which means something. */
    private List<Object> list(Node head) {
        List<Object> elements = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Node at = head;
        while (at != null && seen.add(at) && !isOversized() && path.size() < MAX_DEPTH) {
            Map<String, List<Node>> cell = triples.of(at);
            for (Node element : cell.getOrDefault(FIRST, List.of())) {
                values++;
                path.push(at);
                Object value = value(element);
                path.pop();
                if (value != null) {
                    elements.add(value);
                }
            }
            at = cell.getOrDefault(REST, List.of()).stream().findFirst().orElse(null);
        }
        return elements;
    }

    private static Object literal(Node literal) {
        String text = literal.getLiteralLexicalForm();
        if (!literal.getLiteralLanguage().isEmpty()) {
            Map<String, Object> inLanguage = new LinkedHashMap<>();
            inLanguage.put("@language", literal.getLiteralLanguage().toLowerCase(Locale.ROOT));
            inLanguage.put("@value", text);
            return inLanguage;
        }
        if (XSDDatatype.XSDboolean.equals(literal.getLiteralDatatype())) {
            return text.equals("true") || text.equals("1");
        }
        boolean numeric = literal.getLiteralDatatypeURI().startsWith(XSDDatatype.XSD)
                && literal.getLiteralDatatype().getJavaClass() != null
                && Number.class.isAssignableFrom(literal.getLiteralDatatype().getJavaClass());
        return numeric ? number(text) : text;
    }

    private static Object number(String text) {
        if (text.length() > 100) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return number.scale() <= 0 && number.precision() - number.scale() <= 18
                    ? (Object) number.longValueExact()
                    : (Object) number.doubleValue();
        } catch (ArithmeticException | NumberFormatException e) {
            // Such as INF or NaN, which no mapping could calculate with.
            return text;
        }
    }
}
