package se.tjanstenav.connectors.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.RecordReader;
import se.tjanstenav.connectors.tree.StrictText;
import tools.jackson.databind.json.JsonMapper;

/**
 * The resources of one class in an answer of JSON-LD or Turtle, by IRI, those without one last. A graph is held whole, so
 * it is bounded: 8 million characters, 300,000 JSON values, 200,000 triples. Nothing is ever fetched.
 */
public final class RdfRecords implements RecordReader {

    private static final int MAX_CHARACTERS = 8 * 1024 * 1024;
    private static final int MAX_VALUES = 300_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Supplier<Triples> parse;
    private final String type;
    private final Prefixes prefixes;
    private @Nullable Iterator<Node> resources;
    private Triples triples = new Triples();
    private Set<Node> records = Set.of();
    private @Nullable Object current;
    private boolean oversized;

    private RdfRecords(Supplier<Triples> parse, String type, Prefixes prefixes) {
        this.parse = parse;
        this.type = type;
        this.prefixes = prefixes;
    }

    /**
     * Reads JSON-LD 1.1.
     *
     * @param base what relative IRIs are relative to
     * @param type IRI of the class
     */
    public static RdfRecords jsonLd(InputStream json, URI base, String type, Prefixes prefixes) {
        return new RdfRecords(
                () -> {
                    Object tree = Contexts.resolved(JsonRecords.readTree(json, MAX_VALUES, MAX_CHARACTERS));
                    JsonLdOptions options = new JsonLdOptions((address, how) -> {
                        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
                    });
                    options.setTimeout(LONGEST);
                    return parsed(RDFParser.create()
                            .fromString(JsonMapper.shared().writeValueAsString(tree))
                            .set(LangJSONLD11.JSONLD_OPTIONS, options)
                            .base(base.toString())
                            .forceLang(Lang.JSONLD11));
                },
                type,
                prefixes);
    }

    /**
     * Reads Turtle 1.1.
     *
     * @param base what relative IRIs are relative to
     * @param type IRI of the class
     */
    public static RdfRecords turtle(InputStream turtle, URI base, String type, Prefixes prefixes) {
        return new RdfRecords(
                () -> parsed(RDFParser.create()
                        .fromString(StrictText.whole(turtle, StandardCharsets.UTF_8, "The Turtle", MAX_CHARACTERS))
                        .base(base.toString())
                        .forceLang(Lang.TURTLE)),
                type,
                prefixes);
    }

    private static Triples parsed(RDFParserBuilder parser) {
        Triples triples = new Triples();
        try {
            parser.strict(true).errorHandler(new Strict()).build().parse(triples);
            return triples;
        } catch (RiotException e) {
            throw SourceException.in(e).orElseGet(() -> malformed(e));
        } catch (StackOverflowError e) {
            throw SourceException.of(FaultCode.TOO_LARGE, "The linked data is nested too deep", e);
        }
    }

    private static SourceException malformed(RiotException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("EOF") || message.contains("End of file")
                ? SourceException.of(FaultCode.TRUNCATED, "The linked data ends in the middle", e)
                : SourceException.of(
                        FaultCode.MALFORMED_RESPONSE, "The linked data is malformed: " + Excerpt.of(message), e);
    }

    @Override
    public boolean advance() {
        if (resources == null) {
            resources = sorted().iterator();
        }
        if (!resources.hasNext()) {
            return false;
        }
        ResourceTree tree = new ResourceTree(triples, prefixes, records);
        current = tree.of(resources.next());
        oversized = tree.isOversized();
        return true;
    }

    private List<Node> sorted() {
        triples = parse.get();
        List<Node> instances = triples.instances(NodeFactory.createURI(type));
        records = new HashSet<>(instances);
        List<Node> named =
                new ArrayList<>(instances.stream().filter(Node::isURI).toList());
        named.sort(Comparator.comparing(Node::getURI));
        instances.stream()
                .filter(node -> !node.isURI())
                .sorted(Comparator.comparing(node ->
                        new ResourceTree(triples, prefixes, records).of(node).toString()))
                .forEach(named::add);
        return named;
    }

    /** An answer without a resource of the class is an empty list, as a graph without triples is one. */
    @Override
    public void requireList() {}

    @Override
    public @Nullable Object current() {
        return current;
    }

    @Override
    public boolean isOversized() {
        return oversized;
    }

    @Override
    public Map<String, @Nullable Object> envelope() {
        return Map.of();
    }

    @Override
    public void close() {}
}
