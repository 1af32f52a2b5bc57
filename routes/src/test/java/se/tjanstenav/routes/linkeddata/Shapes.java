package se.tjanstenav.routes.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.ValidationReport;

/** CPSV-AP 3.2's vocabulary and shapes, where the machine has the files; they are read in place. */
final class Shapes {

    private static final Path FOLDER = Path.of("../../shared/data/cpsv-ap-3.2");

    private Shapes() {}

    private static Graph load(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), "CPSV-AP 3.2's " + file + " is not at " + FOLDER + "; nothing is checked by it");
        return RDFDataMgr.loadGraph(path.toString());
    }

    static Graph vocabulary() {
        return load("cpsv-ap.ttl");
    }

    static Graph parsed(byte[] document, Lang lang) {
        return RDFParser.create()
                .source(new ByteArrayInputStream(document))
                .lang(lang)
                .strict(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrict)
                .toGraph();
    }

    static void check(Graph data) {
        ValidationReport report = ShaclValidator.get().validate(load("cpsv-ap-SHACL.ttl"), data);
        List<String> violations = report.getEntries().stream()
                .map(entry -> "%s %s: %s".formatted(entry.focusNode(), entry.resultPath(), entry.message()))
                .sorted()
                .limit(20)
                .toList();
        assertThat(violations).as("violations of CPSV-AP's shapes").isEmpty();
    }
}
