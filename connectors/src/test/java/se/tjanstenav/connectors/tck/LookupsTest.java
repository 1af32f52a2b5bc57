package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.TestHub;

/** Further lists of an agency that mappings look things up in, over real HTTPS. */
class LookupsTest extends AgainstTestAgency {

    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            limits: {requestsPerSecond: 500}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                response: {format: json, records: /items, id: /id}
                lookups:
                  - name: offices
                    request: {path: /v1/offices}
                    response: {format: json, records: /kontor, id: /id}
                    pagination: {type: page, parameter: page}
                    maxRecords: 3
                  - name: towns
                    request: {path: /v1/towns}
                    response: {format: csv, id: /Kod}
                mapping:
                  language: jsonata
                  expression: |
                    ($office := $lookup($offices, kontor);
                    {"code": id, "description": {"name": {"sv": $office.namn & " i " & $lookup($towns, $office.ort).Namn}}})
            """;

    @Test
    void looksUpInListsThatAreFetchedOncePerRun() {
        lists("{\"id\": \"1\", \"namn\": \"Norr\", \"ort\": \"UME\"}");
        agency.replyJson(
                "/v1/list", "{\"items\": [{\"id\": \"a\", \"kontor\": \"1\"}, {\"id\": \"b\", \"kontor\": \"1\"}]}");
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            Feed feed = TestAgency.feed(hub);
            assertThat(TestHub.readAll(feed).stream()
                            .map(record -> feed.map(record).contribution().toString()))
                    .hasSize(2)
                    .allSatisfy(mapped -> assertThat(mapped).contains("Norr i Umeå"));
        }
        agency.server().verify(1, getRequestedFor(urlEqualTo("/v1/towns")));
        agency.server().verify(1, getRequestedFor(urlEqualTo("/v1/offices?page=1")));
    }

    @Test
    void failsWhereALookupIsTooLong() {
        lists(IntStream.range(0, 4).mapToObj("{\"id\": \"%d\"}"::formatted).collect(Collectors.joining(",")));
        agency.replyJson("/v1/list", "{\"items\": []}");
        assertFault("TOO_LARGE", "'offices'");
    }

    @Test
    void failsWhereALookupCannotBeRead() {
        lists("{\"id\": \"1\"}");
        agency.replyJson("/v1/list", "{\"items\": []}");
        agency.reply("/v1/towns", aResponse().withStatus(404));
        assertFault("HTTP_STATUS", "/v1/towns");
    }

    @Test
    void failsWhereTwoRecordsOfALookupHaveOneIdentity() {
        lists("{\"id\": \"1\"},{\"id\": \"1\", \"namn\": \"other\"}");
        agency.replyJson("/v1/list", "{\"items\": []}");
        assertFault("MALFORMED_RESPONSE", "'offices'");
    }

    private void assertFault(String code, String detail) {
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            assertThat(TestAgency.fault(hub)).satisfies(fault -> {
                assertThat(fault.code()).isEqualTo(code);
                assertThat(fault.detail()).contains(detail);
            });
        }
    }

    private void lists(String offices) {
        agency.replyJson("/v1/offices?page=1", "{\"kontor\": [" + offices + "]}");
        agency.replyJson("/v1/offices?page=2", "{\"kontor\": []}");
        agency.reply("/v1/towns", okForContentType("text/csv", "Kod,Namn\nUME,Umeå\n"));
    }
}
