package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

class SoapConnectorContractTest extends ConnectorContract {

    private static final String HEAD = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>";
    private static final String TAIL = "</s:Body></s:Envelope>";

    @Override
    protected String descriptor() {
        return """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: contract, agency: agency, title: Agency, owner: owner@agency.example}
            spec:
              egress: {hosts: [api.agency.example]}
              limits: {response: 1500ms, run: 8s, bytes: 64KiB, decodedBytes: 64KiB, requestsPerSecond: 100}
              soap: {version: "1.1", endpoint: "https://api.agency.example/ws"}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  request: {action: "urn:list", body: "<list xmlns='urn:agency' day='{{today}}'/>"}
                  response:
                    format: soap
                    records: /answer/items/item
                    id: /@id
                    faults: {path: /answer/faults/fault, code: /@code, text: /text}
                  mapping: {language: jsonata, expression: "{'code': `@id`}"}
            """;
    }

    @Override
    protected String answer(List<String> ids) {
        return answer(ids, "");
    }

    private static String answer(List<String> ids, String faults) {
        String items = ids.stream().map("<item id=\"%s\"/>"::formatted).collect(Collectors.joining());
        return HEAD + "<answer xmlns=\"urn:agency\"><items>" + items + "</items><faults>" + faults
                + "</faults></answer>" + TAIL;
    }

    @Override
    protected String contentType() {
        return "text/xml;charset=utf-8";
    }

    @Override
    protected String malformed() {
        return HEAD + "<answer><items></answer>" + TAIL;
    }

    private static String fault(String code) {
        return HEAD + "<s:Fault><faultcode>s:" + code + "</faultcode><faultstring>no</faultstring></s:Fault>" + TAIL;
    }

    @Test
    void sendsActionAndBody() {
        replyWith(ok(answer(List.of("a"))));
        TestHub.readAll(feed());
        agency().verify(postRequestedFor(urlPathEqualTo("/ws"))
                .withHeader("SOAPAction", containing("urn:list"))
                .withRequestBody(containing("urn:agency")));
    }

    @Test
    void doesNotRepeatWhatTheAgencyBlamesTheHubFor() {
        replyWith(ok(fault("Client")).withStatus(500));
        assertFault("SOAP_FAULT");
        agency().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void repeatsWhatTheAgencyBlamesItselfForEvenInsideASuccess() {
        replyWith(ok(fault("Server")));
        assertFault("SOAP_FAULT");
        agency().verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void refusesADocumentType() {
        replyWith(ok("<!DOCTYPE x [<!ENTITY e 'boom'>]>" + answer(List.of("a"))));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void takesRecordsBesideAProducersFaultForAPartialRun() {
        replyWith(ok(answer(List.of("a"), "<fault code=\"17\"><text>register down</text></fault>")));
        try (RecordStream records = feed().open()) {
            assertThat(records).toIterable().hasSize(1);
            assertThat(records.completeness()).isEqualTo(Completeness.PARTIAL);
        }
    }

    @Test
    void failsWhereAProducersFaultIsAllThereIs() {
        replyWith(ok(answer(List.of(), "<fault code=\"17\"><text>register down</text></fault>")));
        assertFault("PRODUCER_FAULT");
    }

    @org.junit.jupiter.params.ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                HEAD + TAIL,
                HEAD + "<answer xmlns='urn:agency'/>" + TAIL,
                HEAD + "<answer xmlns='urn:agency'><error>no database</error></answer>" + TAIL,
                HEAD + "<other xmlns='urn:agency'/>" + TAIL,
                HEAD + "text" + TAIL,
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>"
            })
    void neverTakesAnAnswerWithoutItsListForACompleteRun(String body) {
        replyWith(ok(body));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void tellsTheProducersFaultAlsoWhereTheListIsMissing() {
        replyWith(ok(HEAD + "<answer xmlns='urn:agency'><faults><fault code='17'/></faults></answer>" + TAIL));
        assertFault("PRODUCER_FAULT");
    }

    @Test
    void tellsAnAnswerThatStalls() {
        replyWith(ok(answer(List.of("a"))).withChunkedDribbleDelay(2, 8_000));
        assertFault("TIMEOUT");
    }

    @Test
    void movesOnInTheBody() {
        agency().stubFor(any(anyUrl())
                .withRequestBody(containing("<page>1</page>"))
                .willReturn(ok(answer(List.of("a")))));
        agency().stubFor(any(anyUrl())
                .withRequestBody(containing("<page>2</page>"))
                .willReturn(ok(answer(List.of("b")))));
        agency().stubFor(any(anyUrl())
                .withRequestBody(containing("<page>3</page>"))
                .willReturn(ok(answer(List.of()))));
        assertThat(TestHub.readAll(paged("page", "{{page}}"))).hasSize(2);
    }

    @Test
    void followsACursorThatIsEscapedInTheBody() {
        String first = answer(List.of("a")).replace("<items>", "<next>x&lt;&amp;y</next><items>");
        agency().stubFor(any(anyUrl())
                .withRequestBody(containing("<page></page>"))
                .willReturn(ok(first)));
        agency().stubFor(any(anyUrl()).withRequestBody(containing("<page/>")).willReturn(ok(first)));
        agency().stubFor(any(anyUrl())
                .withRequestBody(containing("<page>x&lt;&amp;y</page>"))
                .willReturn(ok(answer(List.of("b")))));
        assertThat(TestHub.readAll(paged("cursor, next: /answer/next", "{{cursor}}")))
                .hasSize(2);
    }

    private se.tjanstenav.connectors.Feed paged(String type, String placeholder) {
        return restart(descriptor()
                .replace(
                        "<list xmlns='urn:agency' day='{{today}}'/>",
                        "<list xmlns='urn:agency'><page>" + placeholder + "</page></list>")
                .replace("      response:", "      pagination: {type: " + type + "}\n      response:"));
    }
}
