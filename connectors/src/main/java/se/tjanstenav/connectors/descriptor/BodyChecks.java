package se.tjanstenav.connectors.descriptor;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.tree.XmlRecords;

/** What is wrong with a SOAP body template. */
final class BodyChecks {

    private final BodyTemplate template;

    BodyChecks(String body) {
        this.template = new BodyTemplate(body);
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        template.unknownPlaceholders()
                .forEach(name -> problems.add("the placeholder '{{" + name + "}}' does not exist; there are "
                        + String.join(
                                ", ",
                                BodyTemplate.PLACEHOLDERS.stream().sorted().toList())));
        try {
            byte[] filled = template.fill(Map.of()).getBytes(StandardCharsets.UTF_8);
            XmlRecords.readTree(new ByteArrayInputStream(filled));
        } catch (SourceException e) {
            problems.add(
                    "the body is not one well-formed XML element: " + e.fault().detail());
        }
        return problems;
    }
}
