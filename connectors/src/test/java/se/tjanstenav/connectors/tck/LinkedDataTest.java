package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/** Catalogues in JSON-LD and Turtle, over real HTTPS. */
class LinkedDataTest extends AgainstTestAgency {

    private static final Path CPSV_AP = Path.of("../../shared/data/cpsv-ap-3.2");
    private static final String CONTEXT =
            "https://semiceu.github.io/uri.semic.eu-generated/CPSV-AP/releases/3.2.0/context/cpsv-ap.jsonld";
    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            limits: {run: 60s}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                response: {format: %s, class: cpsv:PublicService, id: /@id, rdf: {prefixes: {ex: "https://agency.example/vocab#"}}}
                mapping:
                  language: jsonata
                  expression: |
                    {"code": `@id`, "description": {
                      "name": `dct:title`{`@language`: `@value`},
                      "outputs": [`cpsv:produces`.(`dct:title`{`@language`: `@value`})]}}
            """;
    private static final String TURTLE = """
            @prefix cpsv: <http://purl.org/vocab/cpsv#> .
            @prefix d: <http://purl.org/dc/terms/> .
            @prefix ex: <https://agency.example/vocab#> .
            <b> a cpsv:PublicService ; d:title "Bygglov"@sv, "Building permit"@en ; ex:rank 2, 10 ;
              cpsv:produces [ d:title "Beslut"@sv ; ex:free true ], <out> ; d:requires <a> ; ex:steps ( "ett" "två" "ett" ) .
            <a> a cpsv:PublicService ; d:title "Anmälan"@sv ; <urn:x:unknown> 1.5 ; d:issued "2026-01-02" .
            <out> d:title "Intyg"@sv ; d:isPartOf <b> ; d:relation <https://elsewhere.example/> .
            <c> a ex:Other .
            """;

    @Test
    void makesATreeOfEveryResourceOfTheClass() {
        reply("text/turtle", TURTLE);
        try (TestHub hub = hub("turtle")) {
            List<SourceRecord> records = TestHub.readAll(TestAgency.feed(hub));
            assertThat(records)
                    .extracting(SourceRecord::externalId)
                    .containsExactly("https://api.agency.example/v1/a", "https://api.agency.example/v1/b");
            assertThat(records.get(0).tree())
                    .isEqualTo(Map.of(
                            "@id", "https://api.agency.example/v1/a",
                            "@type", "cpsv:PublicService",
                            "dct:title", Map.of("@language", "sv", "@value", "Anmälan"),
                            "urn:x:unknown", 1.5,
                            "dct:issued", "2026-01-02"));
            assertThat(records.get(1).tree())
                    .isEqualTo(Map.of(
                            "@id", "https://api.agency.example/v1/b",
                            "@type", "cpsv:PublicService",
                            "dct:title",
                                    List.of(
                                            Map.of("@language", "en", "@value", "Building permit"),
                                            Map.of("@language", "sv", "@value", "Bygglov")),
                            "ex:rank", List.of(10L, 2L),
                            "ex:steps", List.of("ett", "två", "ett"),
                            "dct:requires", Map.of("@id", "https://api.agency.example/v1/a"),
                            "cpsv:produces",
                                    List.of(
                                            Map.of(
                                                    "@id", "https://api.agency.example/v1/out",
                                                    "dct:title", Map.of("@language", "sv", "@value", "Intyg"),
                                                    "dct:isPartOf", Map.of("@id", "https://api.agency.example/v1/b"),
                                                    "dct:relation", Map.of("@id", "https://elsewhere.example/")),
                                            Map.of(
                                                    "dct:title",
                                                    Map.of("@language", "sv", "@value", "Beslut"),
                                                    "ex:free",
                                                    true))));
        }
    }

    @Test
    void makesTheSameTreeHoweverTheStatementsAreWritten() {
        reply("text/turtle", TURTLE);
        List<Object> first = trees("turtle");
        String lines = TURTLE.lines().skip(3).collect(Collectors.joining("\n"));
        reply(
                "text/turtle",
                TURTLE.lines().limit(3).collect(Collectors.joining("\n", "", "\n"))
                        + lines.replace(
                                        "\"Bygglov\"@sv, \"Building permit\"@en",
                                        "\"Building permit\"@EN, \"Bygglov\"@sv")
                                .replace("[ d:title \"Beslut\"@sv ; ex:free true ], <out>", "<out>, _:z")
                        + "\n_:z ex:free true ; d:title \"Beslut\"@sv .");
        assertThat(trees("turtle")).isEqualTo(first);
        reply("application/ld+json", """
                {"@context": {"cpsv": "http://purl.org/vocab/cpsv#", "dct": "http://purl.org/dc/terms/",
                   "ex": "https://agency.example/vocab#", "t": {"@id": "dct:title", "@container": "@language"}},
                 "@graph": [
                  {"@id": "a", "@type": "cpsv:PublicService", "t": {"sv": "Anmälan"},
                   "urn:x:unknown": {"@value": "1.5", "@type": "http://www.w3.org/2001/XMLSchema#decimal"},
                   "dct:issued": "2026-01-02"},
                  {"@id": "b", "@type": "cpsv:PublicService", "t": {"sv": "Bygglov", "en": "Building permit"},
                   "ex:rank": [2, 10], "dct:requires": {"@id": "a"}, "ex:steps": {"@list": ["ett", "två", "ett"]},
                   "cpsv:produces": [{"t": {"sv": "Beslut"}, "ex:free": true},
                     {"@id": "out", "t": {"sv": "Intyg"}, "dct:isPartOf": {"@id": "b"},
                      "dct:relation": {"@id": "https://elsewhere.example/"}}]}]}
                """);
        assertThat(trees("jsonld")).isEqualTo(first);
    }

    @Test
    void servesMappings() {
        reply("text/turtle", TURTLE);
        try (TestHub hub = hub("turtle")) {
            Feed feed = TestAgency.feed(hub);
            assertThat(feed.map(TestHub.readAll(feed).get(1)).contribution().toString())
                    .contains("en=Building permit, sv=Bygglov", "sv=Beslut", "sv=Intyg");
        }
    }

    @Test
    void readsTheExampleOfCpsvApInBothForms() throws IOException {
        Path jsonLd = CPSV_AP.resolve("example-rdf_public_service.jsonld");
        assumeTrue(Files.isReadable(jsonLd), "skipped: ../shared/data/cpsv-ap-3.2 is absent beside the repository");
        reply("application/ld+json", Files.readString(jsonLd));
        List<Object> trees = trees("jsonld");
        assertThat(trees)
                .singleElement()
                .asString()
                .contains(
                        "Tax-on-web",
                        "Federal Public Service FINANCE",
                        "Every day from 9 a.m. to 5 p.m.",
                        "time:hour=17");
        reply("text/turtle", Files.readString(CPSV_AP.resolve("example-rdf_public_service.ttl")));
        assertThat(trees("turtle")).isEqualTo(trees);
    }

    @Test
    void knowsTheTermsOfCpsvApAndFetchesNoContext() {
        reply("application/ld+json", """
                {"@context": "%s", "@id": "https://agency.example/a", "@type": "PublicService",
                 "PublicService.name": {"@value": "Flytt", "@language": "sv"},
                 "PublicService.hasChannel": "https://agency.example/channel"}
                """.formatted(CONTEXT));
        assertThat(trees("jsonld"))
                .containsExactly(Map.of(
                        "@id",
                        "https://agency.example/a",
                        "@type",
                        "cpsv:PublicService",
                        "dct:title",
                        Map.of("@language", "sv", "@value", "Flytt"),
                        "cv:hasChannel",
                        Map.of("@id", "https://agency.example/channel")));
        agency.server().verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@context\": \"https://api.agency.example/context\"}",
                "{\"@context\": [{}, \"https://api.agency.example/context\"]}",
                "{\"@context\": {\"x\": {\"@id\": \"urn:x\", \"@context\": \"context\"}}}",
                "{\"@context\": {\"@import\": \"https://api.agency.example/context\"}}",
                "{\"@graph\": [{\"@context\": \"file:/etc/passwd\"}]}",
                "[{\"@included\": {\"@context\": [\"https://api.agency.example/context\"]}}]"
            })
    void refusesAContextThatWouldHaveToBeFetched(String document) {
        reply("application/ld+json", document);
        try (TestHub hub = hub("jsonld")) {
            assertThat(TestAgency.fault(hub)).satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("MALFORMED_RESPONSE");
                assertThat(fault.detail()).contains("is not fetched");
            });
        }
        agency.server().verify(1, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a> a <b>",
                "<a> a <b> ; .. x",
                "<a> a \"unfinished",
                "@prefix x: <urn:x> . y:a a x:b .",
                "not turtle at all"
            })
    void tellsThatTurtleIsMalformed(String turtle) {
        reply("text/turtle", turtle);
        try (TestHub hub = hub("turtle")) {
            Fault fault = TestAgency.fault(hub);
            assertThat(fault.code()).as(fault.detail()).isIn("MALFORMED_RESPONSE", "TRUNCATED");
        }
    }

    @Test
    void tellsThatJsonLdIsMalformed() {
        for (String json : List.of("{\"@context\": {\"a\": 1}}", "{\"@id\": 5}", "[{", "{\"a\": 1, \"a\": 2}")) {
            reply("application/ld+json", json);
            try (TestHub hub = hub("jsonld")) {
                Fault fault = TestAgency.fault(hub);
                assertThat(fault.code()).as(json + fault.detail()).isIn("MALFORMED_RESPONSE", "TRUNCATED");
            }
        }
    }

    @Test
    void boundsTriplesDepthAndText() {
        String triples = IntStream.range(0, 200_001)
                .mapToObj(number -> "<a> <urn:p> " + number + " .")
                .collect(Collectors.joining("\n"));
        String deep = "<a> <urn:p> " + "[ <urn:p> ".repeat(200_000) + "1" + "]".repeat(200_000) + " .";
        String nested = "{\"a\":".repeat(101) + "1" + "}".repeat(101);
        assertTooLarge("turtle", "text/turtle", triples);
        assertTooLarge("turtle", "text/turtle", deep);
        assertTooLarge("turtle", "text/turtle", "<a> <urn:p> \"" + "x".repeat(9_000_000) + "\" .");
        assertTooLarge("jsonld", "application/ld+json", nested);
        assertTooLarge("jsonld", "application/ld+json", "[" + "1,".repeat(300_000) + "1]");
    }

    @Test
    void rejectsOneResourceAloneThatIsTooLarge() {
        String giant = "<a> a cpsv:PublicService ; d:title \"" + "x".repeat(5_000_000) + "\" .\n";
        reply("text/turtle", TURTLE.replace("<a> a", "<aa> a") + giant);
        try (TestHub hub = hub("turtle")) {
            assertThat(TestHub.readAll(TestAgency.feed(hub)))
                    .extracting(SourceRecord::oversized)
                    .containsExactly(true, false, false);
        }
    }

    private void assertTooLarge(String format, String type, String body) {
        reply(type, body);
        try (TestHub hub = hub(format)) {
            Fault fault = TestAgency.fault(hub);
            assertThat(fault.code()).as(fault.detail()).isEqualTo("TOO_LARGE");
        }
    }

    private List<Object> trees(String format) {
        try (TestHub hub = hub(format)) {
            return TestHub.readAll(TestAgency.feed(hub)).stream()
                    .map(record -> (Object) Map.copyOf((Map<?, ?>) record.tree()))
                    .toList();
        }
    }

    private void reply(String type, String body) {
        agency.reply("/v1/list", okForContentType(type, body));
    }

    private TestHub hub(String format) {
        String limits = "limits: {run: 60s, bytes: 100MiB}";
        return agency.hub(SPEC.formatted(format).replace("limits: {run: 60s}", limits), Map.of());
    }
}
