package se.tjanstenav.routes.linkeddata;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.LocalizedText;

/**
 * Triples gathered by subject, each once, in the order they were said, so that the same content is the same bytes. What is
 * absent is not said. Nothing is anonymous: a blank node could not be linked to, nor keep its name.
 */
final class Statements {

    private final Map<Node, Set<Triple>> bySubject = new LinkedHashMap<>();

    Stream<Triple> all() {
        return bySubject.values().stream().flatMap(Set::stream);
    }

    /** Says what the subject is, and begins what is said of it. */
    Statements is(Node subject, String... classes) {
        for (String each : classes) {
            link(subject, "rdf:type", Terms.term(each));
        }
        return this;
    }

    Statements link(Node subject, String property, @Nullable Node object) {
        return object == null ? this : add(Triple.create(subject, Terms.term(property), object));
    }

    Statements add(Triple triple) {
        bySubject
                .computeIfAbsent(triple.getSubject(), first -> new LinkedHashSet<>())
                .add(triple);
        return this;
    }

    /** In every language it is there in. */
    Statements text(Node subject, String property, @Nullable LocalizedText text) {
        if (text != null) {
            text.byLanguage()
                    .forEach((language, words) ->
                            link(subject, property, NodeFactory.createLiteralLang(words, language)));
        }
        return this;
    }

    Statements words(Node subject, String property, Map<String, ? extends Collection<String>> byLanguage) {
        byLanguage.forEach((language, words) ->
                words.forEach(word -> link(subject, property, NodeFactory.createLiteralLang(word, language))));
        return this;
    }

    /** A text that is in no language, such as a code. */
    Statements code(Node subject, String property, @Nullable String code) {
        return code == null ? this : link(subject, property, NodeFactory.createLiteralString(code));
    }

    Statements value(Node subject, String property, @Nullable Object value, XSDDatatype type) {
        return value == null ? this : link(subject, property, NodeFactory.createLiteralDT(value.toString(), type));
    }

    Statements day(Node subject, String property, @Nullable LocalDate day) {
        return value(subject, property, day, XSDDatatype.XSDdate);
    }

    Statements moment(Node subject, String property, @Nullable Instant moment) {
        return value(subject, property, moment, XSDDatatype.XSDdateTime);
    }

    /** Refers to a page on the web. */
    Statements page(Node subject, String property, @Nullable URI page) {
        if (page != null) {
            Node document = NodeFactory.createURI(page.toASCIIString());
            link(subject, property, document);
            is(document, "foaf:Document");
        }
        return this;
    }
}
