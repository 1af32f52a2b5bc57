package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.connectors.TestHub;

/** Linked data that refers elsewhere, to the canary: nothing is fetched. {@code #} stands for the canary's port. */
class EgressLinkedDataTest extends AgainstTestAgency {

    private Canary canary;

    @BeforeEach
    void setUp() throws IOException {
        canary = new Canary(0, "127.0.0.1", "::1");
    }

    @AfterEach
    void tearDown() throws IOException {
        assertThat(canary.connections()).as("connections to the canary").isZero();
        canary.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"@context": "https://127.0.0.1:#/x", "@id": "urn:a"}                                           | MALFORMED_RESPONSE
            {"@context": "http://127.0.0.1:#/x", "@id": "urn:a"}                                            | MALFORMED_RESPONSE
            {"@context": "//127.0.0.1:#/x", "@id": "urn:a"}                                                 | MALFORMED_RESPONSE
            {"@context": "file:///etc/passwd", "@id": "urn:a"}                                              | MALFORMED_RESPONSE
            {"@context": ["https://127.0.0.1:#/x", {}], "@id": "urn:a"}                                     | MALFORMED_RESPONSE
            {"@context": {"@import": "https://127.0.0.1:#/x"}, "@id": "urn:a"}                              | MALFORMED_RESPONSE
            {"@context": {"@version": 1.1, "n": {"@id": "urn:n", "@context": "https://127.0.0.1:#/x"}}, "@id": "urn:a", "n": {}} | MALFORMED_RESPONSE
            {"@context": {"@version": 1.1, "T": {"@id": "urn:T", "@context": ["https://127.0.0.1:#/x"]}}, "@id": "urn:a", "@type": "T"} | MALFORMED_RESPONSE
            {"@id": "urn:a", "urn:n": {"@context": "https://127.0.0.1:#/x", "@id": "urn:b"}}                | MALFORMED_RESPONSE
            {"@context": {"@base": "https://127.0.0.1:#/"}, "@id": "x", "@type": "urn:T"}                   | COMPLETE
            {"@context": {"@vocab": "https://127.0.0.1:#/"}, "@id": "urn:a", "@type": "T", "n": "x"}        | COMPLETE
            {"@id": "https://127.0.0.1:#/x", "@type": "http://www.w3.org/2002/07/owl#Ontology", "http://www.w3.org/2002/07/owl#imports": {"@id": "https://127.0.0.1:#/y"}} | COMPLETE
            """)
    void fetchesNothingThatJsonLdRefersTo(String document, String outcome) {
        agency.reply(
                "/v1/list",
                aResponse().withHeader("Content-Type", "application/ld+json").withBody(at(document)));
        assertThat(outcome("jsonld")).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            @base <https://127.0.0.1:#/> . <x> a <urn:T> .
            @prefix x: <https://127.0.0.1:#/> . x:a a x:T .
            <https://127.0.0.1:#/x> <http://www.w3.org/2002/07/owl#imports> <https://127.0.0.1:#/y> .
            <urn:a> <http://www.w3.org/2000/01/rdf-schema#seeAlso> <file:///etc/passwd> .
            """)
    void fetchesNothingThatTurtleRefersTo(String document) {
        agency.reply(
                "/v1/list",
                aResponse().withHeader("Content-Type", "text/turtle").withBody(at(document)));
        assertThat(outcome("turtle")).isEqualTo("COMPLETE");
    }

    private String at(String text) {
        return text.replace(":#", ":" + canary.port());
    }

    private String outcome(String format) {
        String spec = TestAgency.spec("limits: {run: 30s, requestsPerSecond: 200}", "{type: none}")
                .replace("pagination: {type: none}", "")
                .replace(
                        "format: json, records: /items, id: /id",
                        "format: " + format + ", class: \"cpsv:PublicService\", id: /@id");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            return Outcomes.of(hub, "attack/list");
        }
    }
}
