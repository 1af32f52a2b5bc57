package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.TestHub;

/** One connector for several hosts, such as a region's: those that answer do not suffer from one that fails. */
class SeveralHostsTest extends AgainstTestAgency {

    private static final String SPEC = """
            egress: {hosts: [api.agency.example, "api.agency.example:8443"]}
            limits: {requestsPerSecond: 200}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                response: {format: json, records: /items, id: /id}
                mapping: {language: jsonata, expression: "{'code': id}"}
              - name: other
                kind: services
                schedule: {every: 1h}
                request: {host: "api.agency.example:8443", path: /v1/other}
                response: {format: json, records: /items, id: /id}
                mapping: {language: jsonata, expression: "{'code': id}"}
            """;

    @Test
    void leavesAloneOnlyTheHostThatFails() {
        agency.reply("/v1/list", aResponse().withStatus(503));
        agency.replyJson("/v1/other", "{\"items\": [{\"id\": \"a\"}]}");
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            for (int run = 0; run < 2; run++) {
                assertThat(TestAgency.fault(hub).code()).isEqualTo("HTTP_STATUS");
            }
            Fault resting = TestAgency.fault(hub);
            assertThat(resting.code()).isEqualTo("CIRCUIT_OPEN");
            assertThat(resting.detail()).contains("leaves api.agency.example alone", "503");
            agency.server().verify(6, getRequestedFor(urlEqualTo("/v1/list")));

            assertThat(TestHub.readAll(hub.feed("attack/other"))).hasSize(1);
        }
    }
}
