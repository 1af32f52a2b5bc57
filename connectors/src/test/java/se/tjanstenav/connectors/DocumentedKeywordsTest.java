package se.tjanstenav.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.connectors.descriptor.DescriptorReader;
import se.tjanstenav.connectors.descriptor.SecretReferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the schema of descriptors allows is documented by example, and the examples work. */
class DocumentedKeywordsTest {

    private static final List<Path> DOCUMENTS =
            List.of(Path.of("../docs/connectors.md"), Path.of("../docs/mapping.md"));
    private static final Pattern BLOCK = Pattern.compile("^```yaml\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`\\n]+`", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String AROUND_A_FEED = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: example, agency: agency, title: Agency, owner: owner@agency.example}
            spec:
              egress: {hosts: [api.agency.example]}
              feeds:
            """;

    @Test
    void everyKeywordHasAnExample() throws IOException {
        String examples =
                CODE.matcher(text()).results().map(match -> match.group()).collect(Collectors.joining("\n"));
        Set<String> missing = new TreeSet<>(keywords(schema()));
        missing.removeIf(keyword -> Pattern.compile("(?<![\\w.-])\"?" + Pattern.quote(keyword) + "\"?:")
                .matcher(examples)
                .find());
        assertThat(missing)
                .as("keywords without an example in docs/connectors.md and docs/mapping.md")
                .isEmpty();
    }

    @Test
    void everyKeywordIsDescribedForEditors() throws IOException {
        List<String> bare = new ArrayList<>();
        undescribed(schema(), schema(), "", bare);
        assertThat(bare).as("keywords without a description").isEmpty();
        assertThat(schema().path("$id").asString()).startsWith("https://");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyWholeExampleWorks(String yaml) {
        CheckedDescriptor checked =
                CheckedDescriptor.of("the example", yaml, new DescriptorReader(SecretReferences.UNCHECKED));
        assertThat(checked.faults()).as(yaml).isEmpty();
    }

    static Stream<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(text());
        while (block.find()) {
            String yaml = block.group(1);
            if (yaml.contains("apiVersion:")) {
                examples.add(yaml);
            } else if (yaml.startsWith("- name: ")) {
                examples.add(AROUND_A_FEED + yaml.indent(4));
            }
        }
        assertThat(examples).hasSizeGreaterThan(8);
        return examples.stream();
    }

    private static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path document : DOCUMENTS) {
            text.append(Files.readString(document)).append('\n');
        }
        return text.toString();
    }

    private static JsonNode schema() throws IOException {
        try (InputStream json = DocumentedKeywordsTest.class.getResourceAsStream("connector.schema.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(json));
        }
    }

    private static Set<String> keywords(JsonNode schema) {
        Set<String> keywords = new TreeSet<>();
        schema.propertyStream().forEach(member -> {
            if (member.getKey().equals("properties")) {
                keywords.addAll(member.getValue().propertyNames());
            }
            keywords.addAll(keywords(member.getValue()));
        });
        if (schema.isArray()) {
            schema.forEach(element -> keywords.addAll(keywords(element)));
        }
        return keywords;
    }

    /** Where a keyword is introduced, rather than restricted further, it or what it refers to has a description. */
    private static void undescribed(JsonNode root, JsonNode schema, String path, List<String> bare) {
        schema.propertyStream().forEach(member -> {
            String below = path + "/" + member.getKey();
            if (member.getKey().equals("properties")
                    && !path.matches(".*/(then|else|if|allOf|withoutEnvelope)(/.*)?")) {
                member.getValue().propertyStream().forEach(keyword -> {
                    if (!isDescribed(root, keyword.getValue())) {
                        bare.add(below + "/" + keyword.getKey());
                    }
                });
            }
            undescribed(root, member.getValue(), below, bare);
        });
    }

    private static boolean isDescribed(JsonNode root, JsonNode keyword) {
        String reference = keyword.path("$ref").asString("");
        return keyword.has("description")
                || (reference.startsWith("#") && root.at(reference.substring(1)).has("description"));
    }
}
