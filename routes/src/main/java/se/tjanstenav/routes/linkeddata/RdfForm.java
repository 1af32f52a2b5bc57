package se.tjanstenav.routes.linkeddata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** How linked data is written. The same statements are always the same bytes. */
public enum RdfForm {
    TURTLE("text/turtle", "turtle"),
    JSON_LD("application/ld+json", "jsonld"),
    N_TRIPLES("application/n-triples", "ntriples"),
    /** One JSON-LD document a line. */
    JSON_LD_LINES("application/x-ndjson", "jsonldlines");

    private final MediaType mediaType;
    private final String variant;

    RdfForm(String mediaType, String variant) {
        this.mediaType = MediaType.parseMediaType(mediaType);
        this.variant = variant;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Names the form in the cache of answers. */
    public String variant() {
        return variant;
    }

    byte[] write(Statements statements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = writer(out)) {
            writer.write(statements);
        }
        return out.toByteArray();
    }

    /** Writes any number of statements, holding no more than those it is given at a time. */
    Writer writer(OutputStream out) {
        return switch (this) {
            case TURTLE -> streaming(out, RDFFormat.TURTLE_BLOCKS);
            case N_TRIPLES -> streaming(out, RDFFormat.NTRIPLES_UTF8);
            case JSON_LD -> statements -> jsonLd(statements, out);
            case JSON_LD_LINES -> statements -> line(statements, out);
        };
    }

    private static Writer streaming(OutputStream out, RDFFormat format) {
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
        stream.start();
        Terms.PREFIXES.forEach(stream::prefix);
        return new Writer() {
            @Override
            public void write(Statements statements) {
                statements.all().forEach(stream::triple);
            }

            @Override
            public void close() {
                stream.finish();
            }
        };
    }

    private static void jsonLd(Statements statements, OutputStream out) {
        RDFWriter.source(graph(statements)).format(RDFFormat.JSONLD11_PRETTY).output(out);
    }

    private static void line(Statements statements, OutputStream out) {
        ByteArrayOutputStream pretty = new ByteArrayOutputStream();
        jsonLd(statements, pretty);
        JsonMapper json = JsonMapper.shared();
        byte[] line =
                (json.writeValueAsString(json.readTree(pretty.toByteArray())) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A graph that is iterated over from the last statement to the first is filled from the last to the first. */
    private static Graph graph(Statements statements) {
        Graph graph = new GraphMem2Fast();
        Terms.PREFIXES.forEach(graph.getPrefixMapping()::setNsPrefix);
        List<Triple> triples = new ArrayList<>(statements.all().toList());
        Collections.reverse(triples);
        triples.forEach(graph::add);
        return graph;
    }

    /** Takes statements as they come. */
    @FunctionalInterface
    interface Writer extends AutoCloseable {

        void write(Statements statements);

        @Override
        default void close() {
            // Most forms have no end of their own.
        }
    }
}
