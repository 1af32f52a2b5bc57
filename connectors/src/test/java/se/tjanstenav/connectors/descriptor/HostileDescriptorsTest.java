package se.tjanstenav.connectors.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that mean harm, or that an editor or a template has spoilt: each is refused, plainly and at its place. */
class HostileDescriptorsTest {

    private static final String VALID = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: demo, agency: demo, title: Demo, owner: owner@demo.example}
            spec:
              egress: {hosts: [api.demo.example]}
              limits: {run: 10m}
              auth: {type: none}
              tls: {trust: {secret: known}}
              soap: {version: "1.1", endpoint: "https://api.demo.example/ws", wsSecurity: {timestamp: true}}
              speaksFor: [{id: other, name: {sv: Annan}}]
              feeds:
                - name: services
                  kind: services
                  schedule: {every: PT1H}
                  freshness: {fresh: 24h}
                  request: {path: /services}
                  pagination: {type: none}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;

    static Stream<Arguments> texts() {
        return Stream.of(
                text("nothing", "", () -> ""),
                text("a comment", "", () -> "# descriptor"),
                text("a word", "", () -> "descriptor"),
                text("a list", "", () -> "[]"),
                text("null", "", () -> "null"),
                text("too large", "", () -> VALID + "#" + "x".repeat(600_000)),
                text("one huge text", "", () -> VALID.replace("title: Demo", "title: " + "x".repeat(600_000))),
                text("two documents", "", () -> VALID + "---\n" + VALID),
                text("very many documents", "", () -> "---\na\n".repeat(50_000)),
                text("aliases of aliases", "", () -> "a: &a [x, x, x, x, x, x, x, x, x]\n" + bomb()),
                text("many aliases", "", () -> VALID + "\nx: &x [1]\ny: [" + "*x, ".repeat(200) + "*x]"),
                text("an alias of itself", "/x" + "/0".repeat(50), () -> VALID + "x: &x [*x]"),
                text("an alias of nothing", "", () -> VALID + "x: *nothing"),
                text("a list in lists", "", () -> VALID + "x: " + "[".repeat(200_000)),
                text("closed lists in lists", "", () -> VALID + "x: " + "[".repeat(2_000) + "]".repeat(2_000)),
                text("a map in maps", "", () -> VALID + "x: " + "{a: ".repeat(100_000)),
                text("dashes", "", () -> "- ".repeat(100_000)),
                text("question marks", "", () -> "? ".repeat(100_000)),
                text("a list as a name", "", () -> VALID + "? [a, b]\n: c"),
                text("a name twice", "/kind", () -> VALID + "kind: Connector"),
                text(
                        "a name twice below",
                        "/spec/limits/run",
                        () -> VALID.replace("{run: 10m}", "{run: 10m, run: 1h}")),
                text(
                        "a merge key",
                        "/spec/limits/<<",
                        () -> VALID.replace("limits: {run: 10m}", "limits: {<<: {run: 1m}}")),
                text(
                        "a class as a tag",
                        "/spec/limits",
                        () -> VALID.replace(
                                "{run: 10m}",
                                "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1/\"]]")),
                text(
                        "a class as a map's tag",
                        "/spec/limits",
                        () -> VALID.replace("{run: 10m}", "!!java.util.HashMap {run: 10m}")),
                text("a tag of its own", "/metadata/title", () -> VALID.replace("title: Demo", "title: !shell Demo")),
                text("a binary", "/metadata/title", () -> VALID.replace("title: Demo", "title: !!binary RGVtbw==")),
                text("a set", "/spec/limits", () -> VALID.replace("{run: 10m}", "!!set {run}")),
                text("a tag of a list", "/spec/egress/hosts", () -> VALID.replace("hosts: [", "hosts: !list [")),
                text("tabs", "", () -> VALID.replace("  egress", "\tegress")),
                text("NUL", "", () -> VALID.replace("Demo,", "De\u0000mo,")),
                text("BEL", "", () -> VALID.replace("Demo,", "De\u0007mo,")),
                text("ESC", "", () -> VALID.replace("Demo,", "De\u001b[2Jmo,")),
                text("DEL", "", () -> VALID.replace("Demo,", "De\u007fmo,")),
                text("an escaped NUL", "/metadata/title", () -> titled("De\\0mo")),
                text("an escaped ESC", "/metadata/title", () -> titled("De\\e[2Jmo")),
                text("an escaped C1 character", "/metadata/title", () -> titled("De\\x9bmo")),
                text("an escaped next line", "/metadata/title", () -> titled("De\\Nmo")),
                text("an escaped line separator", "", () -> titled("De\\Lmo")),
                text("a turned reading direction", "/metadata/title", () -> titled("De\\u202emo")),
                text("an isolated reading direction", "/metadata/title", () -> titled("De\\u2066mo")),
                text("half a character", "/metadata/title", () -> titled("De\\ud800mo")),
                text("no character", "/metadata/title", () -> titled("De\\uffffmo")),
                text("a mark in the middle", "/metadata/title", () -> titled("De\\ufeffmo")),
                text("an escape in a name", "/metadata", () -> VALID.replace("title: Demo", "\"ti\\0tle\": Demo")),
                text("a huge number", "/spec/limits/pages", () -> limited("pages: 99999999999999999999999999")),
                text("a number too large", "/spec/limits/pages", () -> limited("pages: 9223372036854775807")),
                text("an exponent", "/spec/limits/pages", () -> limited("pages: 1e400")),
                text("infinity", "/spec/limits/requestsPerSecond", () -> limited("requestsPerSecond: .inf")),
                text("no number", "/spec/limits/requestsPerSecond", () -> limited("requestsPerSecond: .nan")),
                text("a hexadecimal number", "/spec/limits/pages", () -> limited("pages: 0xffffffffffffffffff")),
                text("a number below one", "/spec/limits/pages", () -> limited("pages: -1")),
                text("a number of many digits", "/spec/limits/pages", () -> limited("pages: " + "9".repeat(100_000))),
                text("too much concurrency", "/spec/limits/concurrency", () -> limited("concurrency: 1000000")),
                text("an unclosed text", "", () -> VALID + "x: \"abc"),
                text("a directive", "", () -> "%TAG ! tag:evil,2026:\n%YAML 9.9\n---\n" + VALID),
                text(
                        "a host with a line end",
                        "/spec/egress/hosts/0",
                        () -> VALID.replace("[api.demo.example]", "[\"api.demo.example\\n\"]")),
                text(
                        "an expression of half a million characters",
                        "/spec/feeds/0/mapping/expression",
                        () -> VALID.replace("{'code': id}", "x".repeat(400_000))));
    }

    private static Arguments text(String name, String pointer, Supplier<String> text) {
        return Arguments.of(name, pointer, text);
    }

    private static String bomb() {
        StringBuilder bomb = new StringBuilder();
        for (char name = 'b'; name <= 'j'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append((before + ", ").repeat(8))
                    .append(before)
                    .append("]\n");
        }
        return bomb.toString();
    }

    private static String titled(String title) {
        return VALID.replace("title: Demo", "title: \"" + title + "\"");
    }

    private static String limited(String limit) {
        return VALID.replace("{run: 10m}", "{" + limit + "}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void refusesPlainly(String name, String pointer, Supplier<String> text) {
        DescriptorReader.Result read = new DescriptorReader(SecretReferences.toFiles("known"::equals)).read(text.get());

        assertThat(read.descriptor()).isEmpty();
        assertThat(read.problems()).isNotEmpty().hasSizeLessThan(200).allSatisfy(problem -> {
            assertThat(problem.problem())
                    .isNotBlank()
                    .hasSizeLessThan(1_000)
                    .doesNotContainPattern("[\\p{Cntrl}\\u202e]");
            assertThat(problem.remedy())
                    .isNotBlank()
                    .hasSizeLessThan(1_000)
                    .doesNotContainPattern("[\\p{Cntrl}\\u202e]");
        });
        assertThat(read.problems()).extracting(Problem::pointer).contains(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind: Connector                | kind: Connector\\noops: 1              | /oops
            metadata: {                    | metadata: {oops: 1,                   | /metadata/oops
            spec:                          | spec:\\n  oops: 1                      | /spec/oops
            egress: {                      | egress: {oops: 1,                     | /spec/egress/oops
            limits: {                      | limits: {oops: 1,                     | /spec/limits/oops
            auth: {                        | auth: {oops: 1,                       | /spec/auth/oops
            tls: {                         | tls: {oops: 1,                        | /spec/tls/oops
            {secret: known}                | {secret: known, oops: 1}              | /spec/tls/trust/oops
            soap: {                        | soap: {oops: 1,                       | /spec/soap/oops
            {timestamp: true}              | {timestamp: true, oops: 1}            | /spec/soap/wsSecurity/oops
            speaksFor: [{                  | speaksFor: [{oops: 1,                 | /spec/speaksFor/0/oops
            - name: services               | - oops: 1\\n      name: services       | /spec/feeds/0/oops
            schedule: {                    | schedule: {oops: 1,                   | /spec/feeds/0/schedule/oops
            freshness: {                   | freshness: {oops: 1,                  | /spec/feeds/0/freshness/oops
            request: {                     | request: {oops: 1,                    | /spec/feeds/0/request/oops
            pagination: {                  | pagination: {oops: 1,                 | /spec/feeds/0/pagination/oops
            response: {                    | response: {oops: 1,                   | /spec/feeds/0/response/oops
            mapping: {                     | mapping: {oops: 1,                    | /spec/feeds/0/mapping/oops
            """)
    void namesAnUnknownKeywordAtEveryLevel(String valid, String broken, String pointer) {
        assertThat(VALID).contains(valid);
        String text = VALID.replace(valid, broken.replace("\\n", "\n"));
        assertThat(new DescriptorReader(SecretReferences.toFiles("known"::equals))
                        .read(text)
                        .problems())
                .anySatisfy(problem -> {
                    assertThat(problem.pointer()).isEqualTo(pointer);
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.column()).isPositive();
                });
    }
}
