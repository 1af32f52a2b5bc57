package se.tjanstenav.routes.linkeddata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** The hub's own words and lists of codes, which are the same in every installation. */
final class OwnVocabulary {

    private static final String RESOURCE = "vocabulary.ttl";

    private OwnVocabulary() {}

    static byte[] turtle() {
        try (InputStream turtle = OwnVocabulary.class.getResourceAsStream(RESOURCE)) {
            if (turtle == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return turtle.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    static Graph graph() {
        return RDFParser.create()
                .source(new ByteArrayInputStream(turtle()))
                .lang(Lang.TURTLE)
                .toGraph();
    }
}
