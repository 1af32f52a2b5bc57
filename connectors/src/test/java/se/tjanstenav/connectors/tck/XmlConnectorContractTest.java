package se.tjanstenav.connectors.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

class XmlConnectorContractTest extends ConnectorContract {

    @Override
    protected String descriptor() {
        return """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: contract, agency: agency, title: Agency, owner: owner@agency.example}
            spec:
              egress: {hosts: [api.agency.example]}
              limits: {response: 1500ms, run: 8s, bytes: 64KiB, decodedBytes: 64KiB, requestsPerSecond: 100}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  request: {path: /services.xml}
                  response: {format: xml, records: /answer/items/item, id: /@id}
                  mapping: {language: jsonata, expression: "{'code': `@id`}"}
            """;
    }

    @Override
    protected String answer(List<String> ids) {
        return ids.stream()
                .map("<item id=\"%s\"/>"::formatted)
                .collect(Collectors.joining(
                        "", "<answer about=\"padding for a longer head\"><items>", "</items></answer>"));
    }

    @Override
    protected String contentType() {
        return "application/xml";
    }

    @Override
    protected String malformed() {
        return "<answer><items></answer>";
    }

    @Test
    void turnsAttributesTextsAndRepetitionsIntoOneTree() {
        replyWith(ok("""
            <x:answer xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><items>
              <item id="a"><n l="sv"> Namn </n><n l="en">Name</n><x:one>1</x:one><e/><gone xsi:nil="true"/></item>
            </items></x:answer>
            """));
        SourceRecord record = TestHub.readAll(feed()).get(0);
        assertThat(record.tree())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("@id", "a")
                .containsEntry("n", List.of(Map.of("@l", "sv", "#text", "Namn"), Map.of("@l", "en", "#text", "Name")))
                .containsEntry("one", "1")
                .containsEntry("e", "")
                .containsEntry("gone", null);
    }

    @Test
    void refusesADocumentType() {
        replyWith(ok("<!DOCTYPE x [<!ENTITY e 'boom'>]>" + answer(List.of("a"))));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void refusesAnotherRootElement() {
        replyWith(ok("<error/>"));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void readsTheEncodingThatTheDocumentDeclares() {
        String latin =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><answer><items><item id=\"åäö\"/></items></answer>";
        replyWith(ok("").withBody(latin.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertThat(TestHub.readAll(feed())).extracting(SourceRecord::externalId).containsExactly("åäö");
    }

    @Test
    void refusesAnAnswerWithoutTheList() {
        replyWith(ok("<answer><error>no database</error></answer>"));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void takesAMisplacedLimitElementForMalformedAndNotForTooLarge() {
        replyWith(ok("<answer><limit></answer>"));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void refusesXInclude() {
        replyWith(ok("<answer xmlns:i=\"http://www.w3.org/2001/XInclude\"><items><item id=\"a\">"
                + "<i:include href=\"file:/etc/passwd\"/></item></items></answer>"));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void prefersTheCharsetOfTheTransport() {
        replyWith(com.github.tomakehurst.wiremock.client.WireMock.aResponse()
                .withHeader("Content-Type", "text/xml;charset=iso-8859-1")
                .withBody(answer(List.of("å")).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertThat(TestHub.readAll(feed())).extracting(SourceRecord::externalId).containsExactly("å");
    }

    @Test
    void refusesBytesThatAreNotInTheDeclaredEncoding() {
        replyWith(ok("").withBody(answer(List.of("å")).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        assertFault("MALFORMED_RESPONSE");
    }
}
