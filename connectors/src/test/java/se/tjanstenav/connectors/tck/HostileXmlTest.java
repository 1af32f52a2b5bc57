package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.tjanstenav.connectors.TestHub;

/** XML that means harm, over REST and in SOAP envelopes: refused in time and with bounded memory, or read for what it is. */
class HostileXmlTest extends AgainstTestAgency {

    /** Generous to parsers and buffers, and far below what the bombs would become. */
    private static final long MOST_MEMORY = 700L << 20;

    private static final String HEAD = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>";
    private static final String TAIL = "</s:Body></s:Envelope>";
    private static final String LIMITS =
            "limits: {run: 60s, bytes: 40MiB, decodedBytes: 40MiB, requestsPerSecond: 200}";

    private static final String BILLION = "<!DOCTYPE list [<!ENTITY a 'lol'>"
            + "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
            + "<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'><!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>";

    static Stream<Arguments> documents() {
        return Stream.of(
                document("doctype alone", "MALFORMED_RESPONSE", "<!DOCTYPE list>", () -> "<list/>"),
                document("doctype with an inner subset", "MALFORMED_RESPONSE", "<!DOCTYPE list []>", () -> "<list/>"),
                document("lower-case doctype", "MALFORMED_RESPONSE", "<!doctype list>", () -> "<list/>"),
                document(
                        "external DTD",
                        "MALFORMED_RESPONSE",
                        "<!DOCTYPE l SYSTEM 'file:///etc/passwd'>",
                        () -> "<list/>"),
                document("billion laughs", "MALFORMED_RESPONSE", BILLION, () -> "<list><item id='a'>&e;</item></list>"),
                document(
                        "quadratic blow-up",
                        "MALFORMED_RESPONSE",
                        "<!DOCTYPE l [<!ENTITY q '" + "x".repeat(100_000) + "'>]>",
                        () -> "<list><item id='a'>" + "&q;".repeat(10_000) + "</item></list>"),
                document(
                        "file as an entity",
                        "MALFORMED_RESPONSE",
                        "<!DOCTYPE l [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>",
                        () -> "<list><item id='&f;'/></list>"),
                document(
                        "parameter entity",
                        "MALFORMED_RESPONSE",
                        "<!DOCTYPE l [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>",
                        () -> "<list/>"),
                document(
                        "undeclared entity", "MALFORMED_RESPONSE", "", () -> "<list><item id='a'>&nbsp;</item></list>"),
                document("character that XML has not", "MALFORMED_RESPONSE", "", () -> "<list>&#0;</list>"),
                document(
                        "XInclude in a record",
                        "MALFORMED_RESPONSE",
                        "",
                        () -> "<list><item id='a'><xi:include xmlns:xi='http://www.w3.org/2001/XInclude'"
                                + " href='file:///etc/passwd' parse='text'/></item></list>"),
                document(
                        "XInclude beside the records",
                        "MALFORMED_RESPONSE",
                        "",
                        () ->
                                "<list><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/passwd'/></list>"),
                document(
                        "schema elsewhere",
                        "COMPLETE",
                        "",
                        () -> "<list xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                                + " xsi:noNamespaceSchemaLocation='file:///etc/passwd'><item id='a'/></list>"),
                document(
                        "stylesheet elsewhere",
                        "COMPLETE",
                        "<?xml-stylesheet type='text/xsl' href='file:///etc/passwd'?>",
                        () -> "<list><item id='a'/></list>"),
                document(
                        "deep record", "TOO_LARGE", "", () -> "<list><item id='a'>" + nested(5_000) + "</item></list>"),
                document("deep beside the records", "TOO_LARGE", "", () -> "<list>" + nested(5_000) + "</list>"),
                document("deep without an end", "TOO_LARGE", "", () -> "<list>" + "<d>".repeat(1_000_000)),
                document(
                        "wide beside the records",
                        "TOO_LARGE",
                        "",
                        () -> "<list>" + "<w/>".repeat(400_000) + "<item id='a'/></list>"),
                document(
                        "wide record",
                        "COMPLETE",
                        "",
                        () -> "<list><item id='a'>" + "<w/>".repeat(400_000) + "</item><item id='b'/></list>"),
                document(
                        "record of a million values and more",
                        "TOO_LARGE",
                        "",
                        () -> "<list><item id='a'>" + "<w/>".repeat(1_100_000) + "</item></list>"),
                document("many attributes", "TOO_LARGE", "", () -> "<list><item " + attributes(2_000) + "/></list>"),
                document(
                        "long attribute",
                        "TOO_LARGE",
                        "",
                        () -> "<list><item id='" + "x".repeat(1_000_000) + "'/></list>"),
                document("long name", "COMPLETE", "", () -> "<list><" + "n".repeat(60_000) + "/><item id='a'/></list>"),
                document("many namespaces", "COMPLETE", "", () -> "<list " + namespaces(90) + "><item id='a'/></list>"),
                document(
                        "text without an end",
                        "TOO_LARGE",
                        "",
                        () -> "<list><w>" + "x".repeat(30 << 20) + "</w></list>"),
                document("comment without an end", "TRUNCATED", "", () -> "<list><!--" + "x".repeat(20 << 20)),
                document(
                        "CDATA without an end",
                        "TRUNCATED",
                        "",
                        () -> "<list><item id='a'><![CDATA[" + "x".repeat(1 << 20)),
                document("same attribute twice", "MALFORMED_RESPONSE", "", () -> "<list><item id='a' id='b'/></list>"),
                document("prefix of nothing", "MALFORMED_RESPONSE", "", () -> "<list><x:item id='a'/></list>"),
                document("tags that cross", "MALFORMED_RESPONSE", "", () -> "<list><item id='a'></list></item>"));
    }

    private static Arguments document(String name, String outcome, String prolog, Supplier<String> root) {
        return Arguments.of(name, outcome, prolog, root);
    }

    private static String nested(int levels) {
        return "<d>".repeat(levels) + "</d>".repeat(levels);
    }

    private static String attributes(int number) {
        StringBuilder attributes = new StringBuilder("id='a'");
        for (int i = 0; i < number; i++) {
            attributes.append(" a").append(i).append("='x'");
        }
        return attributes.toString();
    }

    private static String namespaces(int number) {
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < number; i++) {
            namespaces.append(" xmlns:n").append(i).append("='urn:").append(i).append("'");
        }
        return namespaces.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void readsOrRefusesOverRest(String name, String outcome, String prolog, Supplier<String> root) {
        agency.reply("/v1/list", answer("application/xml", prolog + root.get()));
        assertOutcome(rest(), outcome);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void readsOrRefusesOverSoap(String name, String outcome, String prolog, Supplier<String> root) {
        agency.reply("/ws", answer("text/xml", prolog + HEAD + root.get() + TAIL));
        assertOutcome(soap(), outcome);
    }

    @Test
    void boundsWhatStandsInTheHeadersAndFaultsOfAnEnvelope() {
        String envelope = HEAD.replace("<s:Body>", "<s:Header>%s</s:Header><s:Body>") + "<list/>" + TAIL;
        agency.reply("/ws", answer("text/xml", envelope.formatted("<w/>".repeat(400_000))));
        assertOutcome(soap(), "TOO_LARGE");
        agency.reply("/ws", answer("text/xml", envelope.formatted(nested(5_000))));
        assertOutcome(soap(), "TOO_LARGE");
        agency.reply(
                "/ws",
                answer(
                        "text/xml",
                        HEAD + "<s:Fault><faultcode>s:Client</faultcode><faultstring>" + "x".repeat(20 << 20)
                                + "</faultstring></s:Fault>" + TAIL));
        assertOutcome(soap(), "TOO_LARGE");
        agency.reply(
                "/ws",
                answer(
                        "text/xml",
                        HEAD + "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring><detail>"
                                + "<w/>".repeat(400_000) + "</detail></s:Fault>" + TAIL));
        assertOutcome(soap(), "TOO_LARGE");
    }

    @Test
    void findsADoctypeInEveryEncoding() {
        String document = "<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE list><list/>";
        agency.reply(
                "/v1/list",
                aResponse()
                        .withHeader("Content-Type", "application/xml")
                        .withBody(document.getBytes(StandardCharsets.UTF_16)));
        assertOutcome(rest(), "MALFORMED_RESPONSE");
    }

    private void assertOutcome(String spec, String outcome) {
        try (TestHub hub = agency.hub(spec, Map.of())) {
            long before = allocated();
            assertThat(Outcomes.of(hub, "attack/list")).isEqualTo(outcome);
            assertThat(allocated() - before).isLessThan(MOST_MEMORY);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer(String type, String body) {
        return aResponse().withHeader("Content-Type", type + "; charset=utf-8").withBody(body);
    }

    private static String rest() {
        return TestAgency.spec(LIMITS, "{type: none}")
                .replace("format: json, records: /items, id: /id", "format: xml, records: /list/item, id: /@id");
    }

    private static String soap() {
        return TestAgency.spec(
                        LIMITS + "\nsoap: {version: \"1.1\", endpoint: \"https://api.agency.example/ws\"}",
                        "{type: none}")
                .replace("request: {path: /v1/list}", "request: {body: \"<list/>\"}")
                .replace("format: json, records: /items, id: /id", "format: soap, records: /list/item, id: /@id");
    }
}
