package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/** Lists that are only an index, and a further request for each record, over real HTTPS. */
class DetailCallsTest extends AgainstTestAgency {

    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            limits: {requestsPerSecond: 500}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                response: {format: json, records: /items, id: /id}
                detail: %s
                mapping:
                  language: jsonata
                  expression: "{'code': id, 'description': {'name': {'sv': $exists($detail) ? $detail.namn : 'utan'}}}"
            """;

    @Test
    void completesEveryRecordInItsPlace() {
        int records = 40;
        index(records);
        for (int i = 0; i < records; i++) {
            // The later, the sooner: order must not be that of the answers.
            agency.reply(
                    "/v1/services/s" + i,
                    okJson("{\"data\": {\"namn\": \"N%d.\"}}".formatted(i)).withFixedDelay((records - i) % 7 * 10));
        }
        try (TestHub hub = hub("{path: \"/v1/services/{id}\", pointer: /data, concurrency: 8}")) {
            Feed feed = TestAgency.feed(hub);
            List<String> mapped = TestHub.readAll(feed).stream()
                    .map(record -> feed.map(record).contribution().toString())
                    .toList();
            assertThat(mapped).hasSize(records);
            for (int i = 0; i < records; i++) {
                assertThat(mapped.get(i)).contains("N" + i + ".");
            }
            assertThat(TestAgency.completeness(hub)).isEqualTo("COMPLETE");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b/c?d#e&f | /v1/x/a%20b%2Fc%3Fd%23e%26f?q=%3Da%20b%2Fc%3Fd%23e%26f
            åäö{id}     | /v1/x/%C3%A5%C3%A4%C3%B6%7Bid%7D?q=%3D%C3%A5%C3%A4%C3%B6%7Bid%7D
            %2e%2e      | /v1/x/%252e%252e?q=%3D%252e%252e
            """)
    void encodesWhatARecordFillsIn(String id, String url) {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"%s\"}]}".formatted(id));
        agency.replyJson(url, "{\"namn\": \"Flytt\"}");
        try (TestHub hub = hub("{path: \"/v1/x/{id}\", query: {q: \"={own}\"}, values: {own: /id}}")) {
            Feed feed = TestAgency.feed(hub);
            SourceRecord record = TestHub.readAll(feed).get(0);
            assertThat(feed.map(record).contribution().toString()).contains("Flytt");
        }
    }

    @ParameterizedTest
    @CsvSource({".., cannot be part", "., cannot be part", "'', no value"})
    void asksForNothingThatCannotBePartOfAnAddress(String id, String reason) {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"%s\"}]}".formatted(id));
        try (TestHub hub = hub("{path: \"/v1/x/{id}/y\"}")) {
            assertRejected(hub, 0, reason);
        }
        agency.server().verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void rejectsARecordWhoseDetailIsNotThereAndGoesOn() {
        index(3);
        agency.replyJson("/v1/services/s0", "{\"namn\": \"Ett\"}");
        agency.reply("/v1/services/s1", aResponse().withStatus(404));
        agency.replyJson("/v1/services/s2", "{\"namn\": \"Tre\"}");
        try (TestHub hub = hub("{path: \"/v1/services/{id}\"}")) {
            assertThat(TestHub.readAll(TestAgency.feed(hub))).hasSize(3);
            assertRejected(hub, 1, "/v1/services/s1 answered 404");
        }
        try (TestHub hub = hub("{path: \"/v1/services/{id}\", optional: [404]}")) {
            Feed feed = TestAgency.feed(hub);
            SourceRecord without = TestHub.readAll(feed).get(1);
            assertThat(feed.map(without).contribution().toString()).contains("utan");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, HTTP_STATUS", "403, AUTH", "302, REDIRECT"})
    void failsTheRunWhereTheAgencyFails(int status, String code) {
        index(3);
        agency.reply("/v1/services/s0", okJson("{}"));
        agency.reply("/v1/services/s1", aResponse().withStatus(status));
        agency.reply("/v1/services/s2", okJson("{}"));
        try (TestHub hub = hub("{path: \"/v1/services/{id}\"}")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo(code);
        }
    }

    @Test
    void triesAgainWhatMayPass() {
        index(1);
        agency.server()
                .stubFor(get("/v1/services/s0")
                        .inScenario("passing")
                        .willReturn(aResponse().withStatus(503))
                        .willSetStateTo("well"));
        agency.server()
                .stubFor(get("/v1/services/s0")
                        .inScenario("passing")
                        .whenScenarioStateIs("well")
                        .willReturn(okJson("{\"namn\": \"Flytt\"}")));
        try (TestHub hub = hub("{path: \"/v1/services/{id}\"}")) {
            Feed feed = TestAgency.feed(hub);
            assertThat(feed.map(TestHub.readAll(feed).get(0)).contribution().toString())
                    .contains("Flytt");
        }
    }

    @Test
    void readsXmlDetailsOfAJsonIndex() {
        index(1);
        agency.reply("/v1/services/s0", okForContentType("application/xml", "<t><namn>Bygg</namn></t>"));
        try (TestHub hub = hub("{path: \"/v1/services/{id}\", format: xml}")) {
            Feed feed = TestAgency.feed(hub);
            assertThat(feed.map(TestHub.readAll(feed).get(0)).contribution().toString())
                    .contains("Bygg");
        }
    }

    @Test
    void readsNoFurtherAheadThanItMayAskAtOnce() {
        index(50);
        agency.reply(urlPathMatching("/v1/services/.*"), okJson("{\"namn\": \"x\"}"));
        try (TestHub hub = hub("{path: \"/v1/services/{id}\", concurrency: 3}");
                RecordStream stream = TestAgency.feed(hub).open()) {
            stream.next();
            assertThat(agency.server().findAll(getRequestedFor(urlMatching("/v1/services/.*"))))
                    .hasSizeLessThanOrEqualTo(3);
        }
    }

    @Test
    void asksNoMoreAtOnceThanTheConnectorMay() {
        int pause = 500;
        index(8);
        agency.reply(urlPathMatching("/v1/services/.*"), okJson("{}").withFixedDelay(pause));
        String spec = SPEC.formatted("{path: \"/v1/services/{id}\", concurrency: 6}")
                .replace("limits: {", "limits: {concurrency: 2, ");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            assertThat(TestAgency.completeness(hub)).isEqualTo("COMPLETE");
        }

        List<Long> asked = agency.server().findAll(getRequestedFor(urlMatching("/v1/services/.*"))).stream()
                .map(request -> request.getLoggedDate().getTime())
                .sorted()
                .toList();
        assertThat(asked).hasSize(8);
        // The next but one can only be asked when the answer to an earlier one has begun; a millisecond is lost to
        // rounding.
        assertThat(IntStream.range(2, 8)).allMatch(i -> asked.get(i) - asked.get(i - 2) >= pause - 1);
        assertThat(IntStream.range(1, 8)).anyMatch(i -> asked.get(i) - asked.get(i - 1) < pause);
    }

    @Test
    void leavesNothingBehindWhenNobodyReadsOn() {
        index(20);
        agency.reply(urlPathMatching("/v1/services/s[1-9].*"), okJson("{}").withFixedDelay(120_000));
        agency.reply("/v1/services/s0", okJson("{\"namn\": \"x\"}"));
        try (TestHub hub = hub("{path: \"/v1/services/{id}\", concurrency: 4}")) {
            try (RecordStream stream = TestAgency.feed(hub).open()) {
                assertThat(stream.next().externalId()).isEqualTo("s0");
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("details of attack/list")));
        }
    }

    @Test
    void endsWithTheTimeOfTheRun() {
        index(5);
        agency.reply(urlPathMatching("/v1/services/.*"), okJson("{}").withFixedDelay(120_000));
        String spec = SPEC.formatted("{path: \"/v1/services/{id}\"}").replace("limits: {", "limits: {run: 2s, ");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("DEADLINE");
        }
    }

    private void assertRejected(TestHub hub, int index, String reason) {
        Feed feed = TestAgency.feed(hub);
        SourceRecord record = TestHub.readAll(feed).get(index);
        assertThatThrownBy(() -> feed.map(record)).isInstanceOfSatisfying(RecordRejectedException.class, e -> {
            assertThat(e.reject().code()).isEqualTo("DETAIL_MISSING");
            assertThat(e.reject().detail()).contains(reason);
        });
    }

    private void index(int records) {
        agency.replyJson(
                "/v1/list",
                IntStream.range(0, records)
                        .mapToObj("{\"id\": \"s%d\"}"::formatted)
                        .collect(Collectors.joining(",", "{\"items\": [", "]}")));
    }

    private TestHub hub(String detail) {
        return agency.hub(SPEC.formatted(detail), Map.of());
    }
}
