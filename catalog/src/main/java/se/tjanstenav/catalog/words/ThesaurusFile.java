package se.tjanstenav.catalog.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads words into a thesaurus. Text is in the format of Solr's synonyms: {@code a, b, c} for words that mean the same,
 * {@code a, b => c, d} for words that may mean others but not the other way round, {@code #} for remarks. JSON is a list of
 * concepts with {@code label} and {@code altLabels} per language, as Finland's service catalogue keeps its ontology
 * (TERO, of the YSO family).
 */
final class ThesaurusFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String MEANS = "=>";

    private ThesaurusFile() {}

    /** @param name of one of the hub's own files */
    static void readOwn(String name, Thesaurus into) {
        readText(ownText(name), name, into);
    }

    static String ownText(String name) {
        try (InputStream stream = Objects.requireNonNull(ThesaurusFile.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The words in " + name + " cannot be read from the hub's own files", e);
        }
    }

    /** Fails where the file cannot be read, and says which and why. */
    static void read(Path file, List<Thesaurus> into) {
        String text = text(file);
        if (file.toString().endsWith(".json")) {
            readConcepts(text, file, into);
            return;
        }
        String name = file.getFileName().toString();
        Thesaurus one = into.stream()
                .filter(thesaurus -> name.endsWith("-" + thesaurus.language() + ".txt"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(("The thesaurus %s tells no language: name it"
                                + " <name>-sv.txt, <name>-en.txt or <name>-fi.txt, or give JSON as <name>.json")
                        .formatted(file)));
        readText(text, file.toString(), one);
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    ("The thesaurus %s cannot be read as UTF-8 (%s); mend it or take it out of"
                                    + " tjanstenav.catalog.search.words.thesauri")
                            .formatted(file, e),
                    e);
        }
    }

    private static void readText(String text, String name, Thesaurus into) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String said = line.replaceFirst("#.*", "").strip();
            if (said.isEmpty()) {
                continue;
            }
            int arrow = said.indexOf(MEANS);
            List<String> left = expressions(arrow < 0 ? said : said.substring(0, arrow));
            List<String> right = arrow < 0 ? left : expressions(said.substring(arrow + MEANS.length()));
            if (left.isEmpty() || right.isEmpty() || arrow < 0 && left.size() < 2) {
                throw new IllegalArgumentException(
                        "Line %d of the thesaurus %s is neither \"a, b, c\" nor \"a, b => c, d\": %s"
                                .formatted(number, name, said));
            }
            if (arrow < 0) {
                into.addEqual(left);
            } else {
                left.forEach(expression -> into.add(expression, right));
            }
        }
    }

    private static List<String> expressions(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(expression -> !expression.isEmpty())
                .toList();
    }

    private static void readConcepts(String text, Path file, List<Thesaurus> into) {
        JsonNode concepts = new JsonMapper().readTree(text);
        if (!concepts.isArray()) {
            throw new IllegalArgumentException(
                    "The thesaurus %s is no list of concepts with label and altLabels".formatted(file));
        }
        for (JsonNode concept : concepts) {
            for (Thesaurus thesaurus : into) {
                List<String> expressions = new ArrayList<>();
                String label = concept.path("label").path(thesaurus.language()).asString("");
                if (!label.isBlank()) {
                    expressions.add(label);
                }
                concept.path("altLabels")
                        .path(thesaurus.language())
                        .forEach(other -> expressions.add(other.asString()));
                if (expressions.size() > 1) {
                    thesaurus.addEqual(expressions);
                }
            }
        }
    }
}
