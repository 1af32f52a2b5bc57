package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.TestHub;

/**
 * Every way out that an agency's answer or a descriptor may try ends without one connection to the canary. The canary
 * stands in networks that are allowed here, so that nothing but the rules for hosts protects it; {@link
 * EgressNamesTest} is about addresses. {@code #} stands for the canary's port.
 */
class EgressCanaryTest extends AgainstTestAgency {

    private static final String FOLLOWING = "{type: nextLink, next: /next}";
    private static final String HEADER = "{type: linkHeader}";
    private static final String ENDLESS_RUN = "limits: {run: 30s, requestsPerSecond: 200}";

    private Canary canary;

    @BeforeEach
    void setUp() throws IOException {
        canary = new Canary(0, "127.0.0.1", "::1", "127.0.0.2");
    }

    @AfterEach
    void tearDown() throws IOException {
        assertThat(canary.connections()).as("connections to the canary").isZero();
        canary.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://127.0.0.1:#/x                           | BLOCKED_HOST
            https://127.0.0.2:#/x                           | BLOCKED_HOST
            https://localhost:#/x                           | BLOCKED_HOST
            https://LOCALHOST:#/x                           | BLOCKED_HOST
            https://localhost.:#/x                          | BLOCKED_HOST
            https://127.0.0.1.:#/x                          | BLOCKED_HOST
            http://127.0.0.1:#/x                            | BLOCKED_HOST
            http://api.agency.example/v1/list               | BLOCKED_HOST
            http://api.agency.example:#/x                   | BLOCKED_HOST
            //127.0.0.1:#/x                                 | BLOCKED_HOST
            ///127.0.0.1:#/x                                | HTTP_STATUS
            https:///127.0.0.1:#/x                          | BLOCKED_HOST
            https:/127.0.0.1:#/x                            | BLOCKED_HOST
            https:127.0.0.1:#                               | BLOCKED_HOST
            https://api.agency.example@127.0.0.1:#/x        | BLOCKED_HOST
            https://api.agency.example:443@127.0.0.1:#/x    | BLOCKED_HOST
            https://127.0.0.1:#@api.agency.example/x        | BLOCKED_HOST
            https://127.0.0.1:#%2f@api.agency.example/x     | BLOCKED_HOST
            https://127.0.0.1:#\\@api.agency.example/x      | PARTIAL
            https://127.0.0.1:#?@api.agency.example/x       | BLOCKED_HOST
            https://127.0.0.1:#/@api.agency.example/x       | BLOCKED_HOST
            https://api.agency.example.localhost:#/x        | BLOCKED_HOST
            https://api.agency.example%2e127.0.0.1:#/x      | BLOCKED_HOST
            https://api.agency.example%00.127.0.0.1:#/x     | BLOCKED_HOST
            https://api.agency.example:#/x                  | BLOCKED_HOST
            https://api.agency.example:8443/x               | BLOCKED_HOST
            https://api.agency.example:0/x                  | BLOCKED_HOST
            https://api.agency.example:65536/x              | BLOCKED_HOST
            https://api.agency.example:-1/x                 | BLOCKED_HOST
            https://2130706433:#/x                          | BLOCKED_HOST
            https://0177.0.0.1:#/x                          | BLOCKED_HOST
            https://0x7f.1:#/x                              | BLOCKED_HOST
            https://0x7f000001:#/x                          | BLOCKED_HOST
            https://127.1:#/x                               | BLOCKED_HOST
            https://0:#/x                                   | BLOCKED_HOST
            https://0.0.0.0:#/x                             | BLOCKED_HOST
            https://[::1]:#/x                               | BLOCKED_HOST
            https://[::]:#/x                                | BLOCKED_HOST
            https://[::ffff:127.0.0.1]:#/x                  | BLOCKED_HOST
            https://[::ffff:7f00:1]:#/x                     | BLOCKED_HOST
            https://[::127.0.0.1]:#/x                       | BLOCKED_HOST
            https://[64:ff9b::7f00:1]:#/x                   | BLOCKED_HOST
            https://[::1%25lo]:#/x                          | BLOCKED_HOST
            https://%31%32%37.0.0.1:#/x                     | BLOCKED_HOST
            https://１２７.0.0.1:#/x                           | BLOCKED_HOST
            https://127。0。0。1:#/x                           | BLOCKED_HOST
            https://ⓛocalhost:#/x                           | BLOCKED_HOST
            https://аpi.agency.example:#/x                  | BLOCKED_HOST
            https://xn--pi-7kc.agency.example:#/x           | BLOCKED_HOST
            file:///etc/passwd                              | BLOCKED_HOST
            ftp://127.0.0.1:#/x                             | BLOCKED_HOST
            gopher://127.0.0.1:#/_GET                       | BLOCKED_HOST
            ldap://127.0.0.1:#/x                            | BLOCKED_HOST
            jar:https://127.0.0.1:#/x!/y                    | BLOCKED_HOST
            data:application/json,%7B%7D                    | BLOCKED_HOST
            unix:///var/run/docker.sock                     | BLOCKED_HOST
            /\\127.0.0.1:#/x                                | PARTIAL
            /%5c%5c127.0.0.1:#/x                            | HTTP_STATUS
            /v1/..//127.0.0.1:#/x                           | HTTP_STATUS
            /v1/%2e%2e/%2f127.0.0.1:#/x                     | HTTP_STATUS
            """)
    void followsNoLinkToIt(String link, String outcome) {
        String there = at(link.replace("\\\\", "\\"));
        assertThat(afterBodyLink(there)).as("link in the body").isEqualTo(outcome);
        assertThat(afterLinkHeader(there))
                .as("Link header")
                .isIn(outcome, "HTTP_STATUS", "COMPLETE", "BLOCKED_HOST", "PARTIAL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:#/x HTTP/1.1\r\nHost: 127.0.0.1:#",
                "/x\r\nHost: 127.0.0.1:#\r\n\r\nGET /y HTTP/1.1",
                "https://127.0.0.1\t:#/",
                "\nhttps://127.0.0.1:#/",
                "https://api.agency.example\u0000@127.0.0.1:#/"
            })
    void splitsNoRequestAtALink(String link) {
        assertThat(afterBodyLink(at(link))).isEqualTo("PARTIAL");
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 304, 305, 306, 307, 308})
    void followsNoRedirectOfAPageATokenOrASoapCall(int status) {
        ResponseDefinitionBuilder away =
                aResponse().withStatus(status).withHeader("Location", at("https://127.0.0.1:#/x"));
        agency.reply("/v1/list", away);
        agency.reply("/token", away);
        agency.reply("/ws", away);
        assertThat(outcome(TestAgency.spec(ENDLESS_RUN, "{type: none}"))).isEqualTo("REDIRECT");
        assertThat(outcome(oauth("https://api.agency.example/token"))).isEqualTo("REDIRECT");
        assertThat(outcome(soap(""))).isEqualTo("REDIRECT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | Refresh          | 0; url=https://127.0.0.1:#/x          | COMPLETE
            200 | Location         | https://127.0.0.1:#/x                 | COMPLETE
            200 | Content-Location | https://127.0.0.1:#/x                 | COMPLETE
            200 | Alt-Svc          | h2="127.0.0.1:#"; ma=86400; persist=1 | COMPLETE
            200 | Upgrade          | h2c                                   | COMPLETE
            200 | Link             | <https://127.0.0.1:#/x>; rel=preload  | COMPLETE
            200 | SourceMap        | https://127.0.0.1:#/x                 | COMPLETE
            201 | Location         | https://127.0.0.1:#/x                 | HTTP_STATUS
            202 | Location         | https://127.0.0.1:#/x                 | HTTP_STATUS
            407 | Proxy-Authenticate | Basic realm="127.0.0.1:#"           | HTTP_STATUS
            421 | Alt-Svc          | h2="127.0.0.1:#"                      | HTTP_STATUS
            """)
    void isNotSentThereByAHeader(int status, String header, String value, String outcome) {
        agency.reply("/v1/list", okJson("{\"items\": []}").withStatus(status).withHeader(header, at(value)));
        String spec = TestAgency.spec(ENDLESS_RUN, "{type: none}");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            assertThat(Outcomes.of(hub, "attack/list")).isEqualTo(outcome);
            assertThat(Outcomes.of(hub, "attack/list")).as("again").isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><meta http-equiv='refresh' content='0; url=https://127.0.0.1:#/x'></head></html>",
                "<html><script src='https://127.0.0.1:#/x'></script></html>"
            })
    void isNotSentThereByAPage(String page) {
        agency.reply(
                "/v1/list", aResponse().withHeader("Content-Type", "text/html").withBody(at(page)));
        assertThat(outcome(TestAgency.spec(ENDLESS_RUN, "{type: none}"))).isEqualTo("WRONG_CONTENT_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\": [], \"@context\": \"https://127.0.0.1:#/x\"}",
                "{\"items\": [{\"id\": \"a\", \"@context\": \"https://127.0.0.1:#/x\"}]}",
                "{\"items\": [], \"$schema\": \"https://127.0.0.1:#/x\", \"$ref\": \"https://127.0.0.1:#/x\"}",
                "{\"items\": [], \"jsonrpc\": \"${jndi:ldap://127.0.0.1:#/x}\"}"
            })
    void fetchesNothingThatAnAnswerRefersTo(String body) {
        agency.replyJson("/v1/list", at(body));
        assertThat(outcome(TestAgency.spec(ENDLESS_RUN, "{type: none}"))).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&host=127.0.0.1:#",
                "x HTTP/1.1\\r\\nHost: 127.0.0.1:#\\r\\n\\r\\n",
                "@127.0.0.1:#/",
                "//127.0.0.1:#",
                "#@127.0.0.1:#",
                "{value0}${jndi:ldap://127.0.0.1:#}"
            })
    void keepsACursorInItsParameter(String cursor) {
        agency.server()
                .stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                                com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo("/v1/list"))
                        .willReturn(okJson("{\"items\": [], \"next\": null}")));
        agency.replyJson("/v1/list", at("{\"items\": [{\"id\": \"a\"}], \"next\": \"" + cursor + "\"}"));
        assertThat(outcome(TestAgency.spec(ENDLESS_RUN, "{type: cursor, parameter: after, next: /next}")))
                .isEqualTo("COMPLETE");
        assertThat(agency.server().getAllServeEvents()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hosts: [api.agency.example]       | hosts: ["api.agency.example@127.0.0.1:#"]
            hosts: [api.agency.example]       | hosts: ["127.0.0.1:#/x"]
            hosts: [api.agency.example]       | hosts: ["[::1]:#"]
            hosts: [api.agency.example]       | hosts: ["2130706433:#"]
            hosts: [api.agency.example]       | hosts: ["0x7f.1:#"]
            hosts: [api.agency.example]       | hosts: ["127.1:#"]
            hosts: [api.agency.example]       | hosts: ["0177.0.0.1:#"]
            hosts: [api.agency.example]       | hosts: ["http://127.0.0.1:#"]
            hosts: [api.agency.example]       | hosts: ["ftp://127.0.0.1:#"]
            hosts: [api.agency.example]       | hosts: ["*"]
            hosts: [api.agency.example]       | hosts: ["api.agency.example:0"]
            hosts: [api.agency.example]       | hosts: ["api.agency.example:65536"]
            hosts: [api.agency.example]       | hosts: ["１２７.0.0.1:#"]
            hosts: [api.agency.example]       | hosts: ["api.agency.example\\r\\nHost: x"]
            hosts: [api.agency.example]       | hosts: ["api.agency.example\\n"]
            request: {path: /v1/list}         | request: {path: "@127.0.0.1:#/"}
            request: {path: /v1/list}         | request: {path: ":#@127.0.0.1:#/"}
            request: {path: /v1/list}         | request: {path: "https://127.0.0.1:#/"}
            request: {path: /v1/list}         | request: {path: "/x HTTP/1.1\\r\\nHost: 127.0.0.1"}
            request: {path: /v1/list}         | request: {path: "/x\\n"}
            request: {path: /v1/list}         | request: {path: "/\\\\127.0.0.1:#"}
            request: {path: /v1/list}         | request: {path: /x, host: "127.0.0.1:#"}
            request: {path: /v1/list}         | request: {path: /x, headers: {Host: "127.0.0.1:#"}}
            request: {path: /v1/list}         | request: {path: /x, headers: {Proxy-Connection: "127.0.0.1:#"}}
            request: {path: /v1/list}         | request: {path: /x, headers: {X-A: "b\\r\\nHost: 127.0.0.1:#"}}
            request: {path: /v1/list}         | request: {path: /x, headers: {X-A: "b\\n"}}
            request: {path: /v1/list}         | request: {path: /x, headers: {"X-A: b\\r\\nHost": "127.0.0.1:#"}}
            """)
    void takesNoDescriptorThatNamesItInDisguise(String valid, String disguised) {
        agency.replyJson("/v1/list", "{\"items\": []}");
        String spec = TestAgency.spec(ENDLESS_RUN, "{type: none}");
        assertThat(spec).contains(valid);
        assertThat(outcome(spec.replace(valid, at(disguised)))).isEqualTo(Outcomes.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:#/token",
                "http://api.agency.example/token",
                "https://api.agency.example@127.0.0.1:#/token",
                "https://api.agency.example:#/token"
            })
    void takesNoTokenAddressAndNoEndpointOutsideTheHosts(String address) {
        assertThat(outcome(oauth(at(address)))).isEqualTo(Outcomes.REFUSED);
        assertThat(outcome(soap("").replace("https://api.agency.example/ws", at(address))))
                .isEqualTo(Outcomes.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <wsa:ReplyTo xmlns:wsa="http://www.w3.org/2005/08/addressing"><wsa:Address>https://127.0.0.1:#/x</wsa:Address></wsa:ReplyTo> | <list/>
            <wsa:FaultTo xmlns:wsa="http://www.w3.org/2005/08/addressing"><wsa:Address>https://127.0.0.1:#/x</wsa:Address></wsa:FaultTo> | <list/>
            <wsa:To xmlns:wsa="http://www.w3.org/2005/08/addressing">https://127.0.0.1:#/x</wsa:To> | <list/>
            '' | <list xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a https://127.0.0.1:#/x.xsd"/>
            '' | <list xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://127.0.0.1:#/x.xsd"/>
            '' | <list><import xmlns="http://schemas.xmlsoap.org/wsdl/" location="https://127.0.0.1:#/x.wsdl"/></list>
            '' | <list><import xmlns="http://www.w3.org/2001/XMLSchema" schemaLocation="https://127.0.0.1:#/x.xsd"/></list>
            '' | <list><Include xmlns="http://www.w3.org/2004/08/xop/include" href="https://127.0.0.1:#/x"/></list>
            '' | <list><?xml-stylesheet type="text/xsl" href="https://127.0.0.1:#/x.xsl"?></list>
            '' | <list xml:base="https://127.0.0.1:#/x"/>
            """)
    void fetchesNothingThatASoapAnswerRefersTo(String header, String body) {
        agency.reply(
                "/ws",
                xml("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>" + at(header)
                        + "</s:Header><s:Body>" + at(body) + "</s:Body></s:Envelope>"));
        assertThat(outcome(soap(", wsAddressing: true"))).isIn("COMPLETE", "MALFORMED_RESPONSE");
        assertThat(outcome(soap(""))).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE list SYSTEM 'https://127.0.0.1:#/x.dtd'><list/>",
                "<!DOCTYPE list PUBLIC '-//x' 'http://127.0.0.1:#/x.dtd'><list/>",
                "<!DOCTYPE list [<!ENTITY e SYSTEM 'https://127.0.0.1:#/x'>]><list>&e;</list>",
                "<!DOCTYPE list [<!ENTITY % e SYSTEM 'http://127.0.0.1:#/x'> %e;]><list/>",
                "<list><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='https://127.0.0.1:#/x'/></list>"
            })
    void fetchesNothingThatAnXmlAnswerRefersTo(String document) {
        agency.reply("/v1/list", xml(at(document)));
        String spec = TestAgency.spec(ENDLESS_RUN, "{type: none}")
                .replace("format: json, records: /items, id: /id", "format: xml, records: /list/item, id: /@id");
        assertThat(outcome(spec)).isEqualTo("MALFORMED_RESPONSE");
        agency.reply("/ws", xml(at(document)));
        assertThat(outcome(soap(""))).isEqualTo("MALFORMED_RESPONSE");
    }

    private String afterBodyLink(String link) {
        String json = link.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\u0000", "\\u0000");
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": \"" + json + "\"}");
        return outcome(TestAgency.spec(ENDLESS_RUN, FOLLOWING));
    }

    private String afterLinkHeader(String link) {
        agency.reply(
                "/v1/list",
                okJson("{\"items\": [{\"id\": \"a\"}]}").withHeader("Link", "<" + link + ">; rel=\"next\""));
        return outcome(TestAgency.spec(ENDLESS_RUN, HEADER));
    }

    private String at(String text) {
        return text.replace(":#", ":" + canary.port());
    }

    private static ResponseDefinitionBuilder xml(String body) {
        return aResponse().withHeader("Content-Type", "text/xml; charset=utf-8").withBody(body);
    }

    private static String oauth(String tokenUrl) {
        return TestAgency.spec(ENDLESS_RUN + """

                auth: {type: oauth2ClientCredentials, tokenUrl: "%s", clientId: hub, clientSecret: {secret: oauth}}
                """.formatted(tokenUrl).indent(0), "{type: none}");
    }

    private static String soap(String more) {
        return TestAgency.spec(
                        ENDLESS_RUN + "\nsoap: {version: \"1.1\", endpoint: \"https://api.agency.example/ws\"" + more
                                + "}",
                        "{type: none}")
                .replace("request: {path: /v1/list}", "request: {action: \"urn:list\", body: \"<list/>\"}")
                .replace("format: json, records: /items", "format: soap, records: /list/item");
    }

    private String outcome(String spec) {
        InetSocketAddress address =
                new InetSocketAddress("127.0.0.1", agency.server().httpsPort());
        try (TestHub hub = agency.hub(spec, Map.of("oauth", "client-secret-1"), address)) {
            return Outcomes.of(hub, "attack/list");
        }
    }
}
