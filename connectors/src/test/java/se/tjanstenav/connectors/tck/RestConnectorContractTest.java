package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.TestHub;

class RestConnectorContractTest extends ConnectorContract {

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
                  request: {path: /services, query: {q: "å & b"}}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;
    }

    @Override
    protected String answer(List<String> ids) {
        return ids.stream()
                .map("{\"id\": \"%s\"}"::formatted)
                .collect(Collectors.joining(", ", "{\"about\": \"padding for a longer head\", \"items\": [", "]}"));
    }

    @Override
    protected String contentType() {
        return "application/json;charset=utf-8";
    }

    @Override
    protected String malformed() {
        return "{\"items\": [{\"id\": \"a\"}, {\"id\" \"b\"}]}";
    }

    @Test
    void sendsTheQueryEncodedAndNamesTheHost() {
        replyWith(ok(answer(List.of("a"))));
        TestHub.readAll(feed());
        agency().verify(getRequestedFor(urlPathEqualTo("/services"))
                .withQueryParam("q", equalTo("å & b"))
                .withHeader("Host", equalTo(HOST)));
    }

    @Test
    void takesNullForAnEmptyList() {
        replyWith(ok("{\"items\": null}"));
        assertThat(TestHub.readAll(feed())).isEmpty();
    }

    @Test
    void refusesAnAnswerWithoutTheList() {
        replyWith(ok("{\"error\": \"no database\"}"));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void readsPastAByteOrderMark() {
        replyWith(ok("\uFEFF" + answer(List.of("a"))));
        assertThat(TestHub.readAll(feed())).hasSize(1);
    }
}
