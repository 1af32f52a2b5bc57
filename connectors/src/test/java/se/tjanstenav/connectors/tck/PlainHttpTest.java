package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.TestHub;

/** An old service of an agency that has no TLS. */
class PlainHttpTest {

    private static final String HOST = "legacy.agency.example";

    private WireMockServer agency;
    private Path directory;

    @BeforeEach
    void start(@TempDir Path folder) {
        directory = folder;
        agency = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        agency.start();
    }

    @AfterEach
    void stop() {
        agency.stop();
    }

    @Test
    void asksWhereTheOperatorAllowsIt() throws IOException {
        agency.stubFor(any(anyUrl()).willReturn(okJson("{\"items\": [{\"id\": \"a\"}]}")));
        try (TestHub hub = hub(HOST + ":8080", "", "{path: /list}", "{format: json, records: /items, id: /id}")) {
            assertThat(Outcomes.of(hub, "legacy/list")).isEqualTo("COMPLETE");
        }
        assertThat(agency.getAllServeEvents()).hasSize(1);
    }

    @Test
    void asksBySoapWhereTheOperatorAllowsIt() throws IOException {
        agency.stubFor(any(anyUrl())
                .willReturn(okXml("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>"
                        + "<s:Body><list><item id='a'/></list></s:Body></s:Envelope>")));
        String soap = "soap: {version: \"1.1\", endpoint: \"http://" + HOST + ":8080/ws\"}";
        try (TestHub hub =
                hub(HOST + ":8080", soap, "{body: <list/>}", "{format: soap, records: /list/item, id: /@id}")) {
            assertThat(Outcomes.of(hub, "legacy/list")).isEqualTo("COMPLETE");
        }
    }

    @Test
    void sendsNothingWhereTheOperatorDoesNot() throws IOException {
        try (TestHub hub = hub(HOST + ":81", "", "{path: /list}", "{format: json, records: /items, id: /id}")) {
            assertThat(Outcomes.of(hub, "legacy/list")).isEqualTo(Outcomes.REFUSED);
            assertThat(hub.connectors().faults().toString()).contains("plain-http-hosts");
        }
        assertThat(agency.getAllServeEvents()).isEmpty();
    }

    /** A host that may be asked without TLS is not the same host with it. */
    @Test
    void followsNoLinkFromPlainHttpToTlsOrToAnotherPort() throws IOException {
        for (String link : new String[] {"https://" + HOST + ":8080/list", "http://" + HOST + "/list"}) {
            agency.stubFor(any(anyUrl())
                    .willReturn(okJson("{\"items\": [{\"id\": \"a\"}]}")
                            .withHeader("Link", "<" + link + ">; rel=\"next\"")));
            try (TestHub hub = hub(
                    HOST + ":8080",
                    "",
                    "{path: /list}\n      pagination: {type: linkHeader}",
                    "{format: json, records: /items, id: /id}")) {
                assertThat(Outcomes.of(hub, "legacy/list")).isEqualTo("BLOCKED_HOST");
            }
        }
    }

    private TestHub hub(String allowed, String more, String request, String response) throws IOException {
        Path descriptor = directory.resolve("legacy.yaml");
        Files.writeString(descriptor, """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: legacy, agency: agency, title: Agency, owner: owner@agency.example}
                spec:
                  egress: {hosts: ["http://legacy.agency.example:8080"]}
                  %s
                  feeds:
                    - name: list
                      kind: services
                      schedule: {every: 1h}
                      request: %s
                      response: %s
                      mapping: {language: jsonata, expression: "{'code': id}"}
                """.formatted(more, request, response));
        return TestHub.in(directory)
                .descriptors("file:" + descriptor)
                .connect(Map.of(HOST, new InetSocketAddress("127.0.0.1", agency.port())))
                .allowLoopback()
                .plainHttp(allowed)
                .start();
    }
}
