package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/** Lists within the elements of a list, such as the services of each agency, over real HTTPS. */
class NestedListsTest extends AgainstTestAgency {

    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            soap: {version: "1.1", endpoint: "https://api.agency.example/ws"}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: %s
                response: %s
                mapping:
                  language: jsonata
                  expression: "{'code': kod, 'description': {'name': {'sv': $outer.namn & ': ' & namn}}}"
            """;
    private static final String JSON = "{format: json, records: /units, each: /deep/services, id: /kod, outerId: /id}";
    private static final String XML =
            "{format: xml, records: /svar/enhet, each: /tjanster/tjanst, id: /kod, outerId: /@id}";
    private static final String SOAP = XML.replace("format: xml", "format: soap");
    private static final String ANSWER = """
            <svar><enhet id="a/1"><namn>Ett</namn><tjanster><tjanst><kod>x</kod><namn>Flytt</namn></tjanst>
            <tjanst><kod>y</kod><namn>Bygg</namn></tjanst></tjanster></enhet>
            <enhet id="b"><namn>Tom</namn><tjanster/></enhet>
            <enhet id="c"><namn>Två</namn><tjanster><tjanst><kod>x</kod><namn>Flytt</namn></tjanst></tjanster></enhet></svar>
            """;

    @Test
    void makesARecordOfEveryInnerElement() {
        agency.replyJson("/v1/list", """
                {"units": [
                  {"id": "a/1", "namn": "Ett", "deep": {"services": [{"kod": "x", "namn": "Flytt"}, {"kod": "y", "namn": "Bygg"}]}},
                  {"id": "b", "namn": "Tom", "deep": {"services": []}},
                  {"id": "b2", "namn": "Null", "deep": {"services": null}},
                  {"id": "c", "namn": "Två", "deep": {"services": [{"kod": "x", "namn": "Flytt"}]}}]}
                """);
        try (TestHub hub = hub("{path: /v1/list}", JSON)) {
            assertIsWhatItShould(hub);
        }
    }

    @Test
    void doesSoInXmlAndSoap() {
        agency.reply("/v1/list", okForContentType("application/xml", ANSWER));
        try (TestHub hub = hub("{path: /v1/list}", XML)) {
            assertIsWhatItShould(hub);
        }
        agency.reply("/ws", okForContentType("text/xml", """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>%s</s:Body></s:Envelope>
                """.formatted(ANSWER)));
        try (TestHub hub = hub("{body: \"<list/>\"}", SOAP)) {
            assertIsWhatItShould(hub);
        }
    }

    private static void assertIsWhatItShould(TestHub hub) {
        Feed feed = TestAgency.feed(hub);
        List<SourceRecord> records = TestHub.readAll(feed);
        assertThat(records).extracting(SourceRecord::externalId).containsExactly("a~11/x", "a~11/y", "c/x");
        assertThat(records.get(2).context().beside()).hasSize(1);
        assertThat(records.get(2).context().beside().toString()).doesNotContain("Flytt");
        assertThat(records.stream()
                        .map(record -> feed.map(record).contribution().toString()))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Ett: Flytt"),
                        second -> assertThat(second).contains("Ett: Bygg"),
                        third -> assertThat(third).contains("Två: Flytt"));
        assertThat(TestAgency.completeness(hub)).isEqualTo("COMPLETE");
    }

    @Test
    void tellsThatNoElementHasSuchAList() {
        agency.replyJson("/v1/list", "{\"units\": [{\"id\": \"a\", \"services\": [{\"kod\": \"x\"}]}]}");
        try (TestHub hub = hub("{path: /v1/list}", JSON)) {
            assertThat(TestAgency.fault(hub)).satisfies(fault -> {
                assertThat(fault.code()).isEqualTo("MALFORMED_RESPONSE");
                assertThat(fault.detail()).contains("/deep/services");
            });
        }
    }

    @Test
    void concludesNothingFromAnOuterElementThatIsTooLarge() {
        String many = "{\"kod\": \"k\"},".repeat(120_000);
        agency.replyJson("/v1/list", "{\"units\": [{\"id\": \"a\", \"deep\": {\"services\": [" + many + "{}]}}]}");
        try (TestHub hub = hub("{path: /v1/list}", JSON)) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("TOO_LARGE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing", "/namn/x"})
    void leavesARecordWithoutIdentityWhereTheOuterElementHasNone(String outerId) {
        agency.replyJson(
                "/v1/list", "{\"units\": [{\"namn\": \"Ett\", \"deep\": {\"services\": [{\"kod\": \"x\"}]}}]}");
        try (TestHub hub = hub("{path: /v1/list}", JSON.replace("outerId: /id", "outerId: " + outerId))) {
            assertThat(TestHub.readAll(TestAgency.feed(hub)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.externalId()).isNull());
        }
    }

    private TestHub hub(String request, String response) {
        return agency.hub(SPEC.formatted(request, response), Map.of());
    }
}
