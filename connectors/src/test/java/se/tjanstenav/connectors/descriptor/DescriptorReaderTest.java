package se.tjanstenav.connectors.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DescriptorReaderTest {

    private static final String VALID = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: demo, agency: demo, title: Demo, owner: owner@demo.example}
            spec:
              egress: {hosts: [api.demo.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: PT1H}
                  request: {path: /services}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;

    private final DescriptorReader reader = new DescriptorReader(SecretReferences.toFiles("known"::equals));

    @Test
    void readsAValidDescriptorAndFillsInDefaults() {
        DescriptorReader.Result result = reader.read(VALID);
        assertThat(result.problems()).isEmpty();
        Descriptor descriptor = result.descriptor().orElseThrow();
        assertThat(descriptor.spec().limits().pages()).isEqualTo(1000);
        assertThat(descriptor.spec().auth().type()).isEqualTo(Descriptor.Auth.Type.NONE);
        assertThat(descriptor.spec().feeds().get(0).pagination().type()).isEqualTo(Pagination.Type.NONE);
    }

    /** What a feed was is compared as text after a restart, and a map in another order is another text. */
    @Test
    void keepsTheOrderOfWhatWasWritten() {
        List<String> names = List.of("zebra", "ape", "yak", "bear", "wolf", "cat");
        String values = names.stream().map(name -> name + ": /" + name).collect(Collectors.joining(", "));
        String path = names.stream().map(name -> "{" + name + "}").collect(Collectors.joining("/", "/", ""));
        String text = VALID.replace(
                "response:",
                "detail: {path: \"%s\", query: {%s}, values: {%s}, optional: [410, 404]}\n      response:"
                        .formatted(path, values.replace(": /", ": x"), values));
        FeedSpec feed =
                reader.read(text).descriptor().orElseThrow().spec().feeds().get(0);
        Detail detail = Objects.requireNonNull(feed.detail());
        assertThat(List.copyOf(detail.values().keySet())).isEqualTo(names);
        assertThat(List.copyOf(detail.query().keySet())).isEqualTo(names);
        assertThat(detail.optional()).containsExactly(410, 404);
    }

    @Test
    void listsAllFaultsWithPointerLineAndRemedy() {
        String faulty = """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: Demo, agency: demo, title: Demo}
                spec:
                  egress: {hosts: [api.demo.example]}
                  limit: {pages: 5}
                  auth:
                    type: oauth2ClientCredentials
                    tokenUrl: https://login.other.example/token
                    clientId: hub
                    clientSecret: {secret: forgotten}
                  feeds:
                    - name: services
                      kind: service
                      schedule: {every: 1h}
                      request: {path: /services}
                      response: {format: json, records: items, id: /id}
                      mapping:
                        language: jsonata
                        expression: "{'code': }"
                """;
        List<Problem> problems = reader.read(faulty).problems();
        assertThat(problems)
                .extracting(Problem::pointer, Problem::line, Problem::column)
                .contains(
                        tuple("/metadata/id", 3, 12),
                        tuple("/metadata/owner", 3, 1),
                        tuple("/spec/limit", 6, 3),
                        tuple("/spec/auth/tokenUrl", 9, 5),
                        tuple("/spec/auth/clientSecret/secret", 11, 20),
                        tuple("/spec/feeds/0/mapping/expression", 20, 31),
                        tuple("/spec/feeds/0/kind", 14, 7),
                        tuple("/spec/feeds/0/response/records", 17, 32));
        assertThat(problems)
                .filteredOn(problem -> problem.pointer().equals("/spec/limit"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).isEqualTo("Did you mean 'limits'?"));
        assertThat(problems).allSatisfy(problem -> assertThat(problem.remedy()).matches(".*[.?]"));
    }

    @Test
    void checksWhatTheSchemaCannotSay() {
        String faulty = VALID.replace("egress: {hosts: [api.demo.example]}", """
                        egress: {hosts: [api.demo.example]}
                          auth:
                            type: oauth2ClientCredentials
                            tokenUrl: https://login.other.example/token
                            clientId: hub
                            clientSecret: {secret: forgotten}
                        """.stripTrailing())
                .replace("request: {path: /services}", "request: {path: /services, host: elsewhere.example}")
                .replace("\"{'code': id}\"", "\"{'code': }\"")
                .replace("{every: PT1H}", "{cron: \"0 0 25 * * *\"}");
        assertThat(reader.read(faulty).problems())
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/spec/auth/tokenUrl",
                        "/spec/auth/clientSecret/secret",
                        "/spec/feeds/0/request/host",
                        "/spec/feeds/0/schedule/cron",
                        "/spec/feeds/0/mapping/expression");
        assertThat(reader.read(faulty).problems())
                .filteredOn(problem -> problem.pointer().endsWith("expression"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("at character"));
    }

    @Test
    void tellsRestFromSoap() {
        String mixed = VALID.replace("format: json", "format: soap");
        assertThat(reader.read(mixed).problems())
                .extracting(Problem::problem)
                .anyMatch(problem -> problem.contains("'soap' is missing"))
                .anyMatch(problem -> problem.contains("belong to REST"))
                .anyMatch(problem -> problem.contains("'body' is missing"));
    }

    @Test
    void checksPlaceholdersAndFormOfASoapBody() {
        String soap = VALID.replace("format: json", "format: soap")
                .replace("  feeds:", "  soap: {version: \"1.1\", endpoint: \"https://api.demo.example/ws\"}\n  feeds:")
                .replace("request: {path: /services}", "request: {body: \"<a>{{secret}}</b>\"}");
        assertThat(reader.read(soap).problems())
                .extracting(Problem::problem)
                .anyMatch(problem -> problem.contains("'{{secret}}' does not exist"))
                .anyMatch(problem -> problem.contains("not one well-formed XML element"));
    }

    @Test
    void refusesAliasBombs() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
        }
        assertThat(reader.read(bomb.toString()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("aliases"));
    }

    @Test
    void refusesForeignTypesDuplicateNamesAndSeveralDocuments() {
        assertThat(reader.read("a: !!java.net.URL [x]\nb: !custom x").problems())
                .isNotEmpty();
        assertThat(reader.read("b: !custom x").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem()).contains("tag"));
        assertThat(reader.read("a: 1\na: 2").problems()).singleElement().satisfies(problem -> assertThat(problem.line())
                .isEqualTo(2));
        assertThat(reader.read("a: 1\n---\nb: 2").problems()).hasSize(1);
        assertThat(reader.read("a: [1\nb: 2").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isPositive());
        assertThat(reader.read("").problems()).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThat(reader.read("a: \"" + "x".repeat(YamlTree.MAX_CHARACTERS) + "\"")
                        .problems())
                .hasSize(1);
    }

    @Test
    void acceptsJsonToo() {
        String json = """
                {"apiVersion": "tjanstenav/v1", "kind": "Connector",
                 "metadata": {"id": "demo", "agency": "demo", "title": "Demo", "owner": "o@demo.example"},
                 "spec": {"egress": {"hosts": ["api.demo.example"]}, "feeds": [
                  {"name": "services", "kind": "services", "schedule": {"every": "1h"}, "request": {"path": "/s"},
                   "response": {"format": "json", "records": "", "id": "/id"},
                   "mapping": {"language": "jsonata", "expression": "{'code': id}"}}]}}
                """;
        assertThat(reader.read(json).problems()).isEmpty();
    }
}
