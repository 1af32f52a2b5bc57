package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

class CsvConnectorContractTest extends ConnectorContract {

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
                  request: {path: /services.csv}
                  pagination: {type: none}
                  response: {format: csv, csv: {separator: ";"}, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;
    }

    @Override
    protected String answer(List<String> ids) {
        return ids.stream()
                .map("\r\n\"%s\";\"a quoted cell to be cut in\""::formatted)
                .collect(Collectors.joining("", "\"id\";\"about\"", "\r\n"));
    }

    @Override
    protected String contentType() {
        return "text/csv;charset=utf-8";
    }

    @Override
    protected String malformed() {
        return answer(List.of("a")) + "b;too;many\r\n";
    }

    @Test
    void asksForCsv() {
        replyWith(ok(answer(List.of("a"))));
        TestHub.readAll(feed());
        agency().verify(getRequestedFor(urlPathEqualTo("/services.csv")).withHeader("Accept", equalTo("text/csv")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/octet-stream", "application/json", "text/comma-separated-values"})
    void demandsTheContentTypeOfCsv(String type) {
        replyWith(ok(answer(List.of("a"))).withHeader("Content-Type", type));
        assertFault("WRONG_CONTENT_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, UTF-8, UTF-8",
        "text/csv;charset=utf-8, windows-1252, windows-1252",
        "text/csv, ISO-8859-1, ISO-8859-1",
        "text/csv;charset=iso-8859-1, , ISO-8859-1",
        "text/csv, , UTF-8"
    })
    void readsTheEncodingOfTheDescriptorOrElseOfTheContentType(String type, String agreed, String actual) {
        String encoding = agreed == null ? "" : ", encoding: " + agreed;
        Feed feed = restart(descriptor().replace("separator: \";\"", "separator: \";\"" + encoding));
        replyWith(aResponse()
                .withHeader("Content-Type", type)
                .withBody("id;Namn\na;Förskola\n".getBytes(Charset.forName(actual))));
        assertThat(TestHub.readAll(feed))
                .extracting(SourceRecord::tree)
                .containsExactly(Map.of("id", "a", "Namn", "Förskola"));
    }

    @Test
    void refusesAnotherEncodingThanAgreed() {
        replyWith(ok("").withBody("id\nå\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertFault("MALFORMED_RESPONSE");
    }

    @Test
    void neverTakesATextWithoutTheColumnForACompleteRun() {
        replyWith(ok("The database is being maintained\n"));
        assertFault("MALFORMED_RESPONSE");
    }

    @ParameterizedTest
    @CsvSource({"page, 1, 2, 3", "offset, 0, 1, 2"})
    void readsPagesUntilOneHasColumnNamesOnly(String type, String first, String second, String third) {
        Feed feed = restart(descriptor().replace("{type: none}", "{type: " + type + ", parameter: from}"));
        reply("/services.csv?from=" + first, answer(List.of("a")));
        reply("/services.csv?from=" + second, answer(List.of("b")));
        reply("/services.csv?from=" + third, answer(List.of()));
        assertThat(TestHub.readAll(feed)).extracting(SourceRecord::externalId).containsExactly("a", "b");
    }

    @Test
    void followsTheLinkHeader() {
        Feed feed = restart(descriptor().replace("{type: none}", "{type: linkHeader}"));
        agency().stubFor(get(urlEqualTo("/services.csv"))
                .willReturn(ok(answer(List.of("a"))).withHeader("Link", "<?page=2>; rel=\"next\"")));
        reply("/services.csv?page=2", answer(List.of("b")));
        assertThat(TestHub.readAll(feed)).extracting(SourceRecord::externalId).containsExactly("a", "b");
    }

    private void reply(String path, String body) {
        agency().stubFor(get(urlEqualTo(path)).willReturn(ok(body)));
    }
}
