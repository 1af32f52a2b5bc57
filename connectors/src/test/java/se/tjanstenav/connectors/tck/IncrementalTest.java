package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** What is asked for from the last published position on, and that such a run is never complete. */
class IncrementalTest extends AgainstTestAgency {

    private static final String SPEC = spec("{type: none}", "30d");

    private static String spec(String pagination, String fullEvery) {
        return TestAgency.spec("limits: {requestsPerSecond: 200, pages: 3}", pagination)
                .replace(
                        "    kind: services",
                        "    kind: services\n    incremental: {parameter: since, field: /at, fullEvery: " + fullEvery
                                + "}");
    }

    /** One run read to its end. */
    private record Run(List<String> ids, Completeness completeness, Optional<String> bookmark) {}

    @Test
    void asksFromTheGreatestValueThatWasPublished() {
        agency.replyJson("/v1/list", items("a", "2026-11-02T10:00:00+01:00", "b", "2026-11-02T09:30:00Z"));
        agency.replyJson("/v1/list?since=2026-11-02T09%3A30%3A00Z", items("c", "2026-11-03T00:00:00Z"));
        agency.replyJson("/v1/list?since=2026-11-03T00%3A00%3A00Z", "{\"items\": []}");
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            Run whole = run(hub, null);
            assertThat(whole.ids()).containsExactly("a", "b");
            assertThat(whole.completeness()).isEqualTo(Completeness.COMPLETE);

            Run later = run(hub, left(whole));
            assertThat(later.ids()).containsExactly("c");
            assertThat(later.completeness()).isEqualTo(Completeness.PARTIAL);

            Run last = run(hub, left(later));
            assertThat(last.ids()).isEmpty();
            assertThat(last.completeness()).isEqualTo(Completeness.PARTIAL);
            assertThat(last.bookmark()).isEqualTo(later.bookmark());
        }
    }

    @Test
    void asksForAllOnceThatIsDue() {
        agency.replyJson("/v1/list", items("a", "2026-11-02"));
        try (TestHub hub = agency.hub(spec("{type: none}", "1ms"), Map.of())) {
            Run again = run(hub, left(run(hub, null)));
            assertThat(again.completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void asksForAllOnceTheMappingHasChanged() {
        agency.replyJson("/v1/list", items("a", "2026-11-02"));
        String left;
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            left = left(run(hub, null));
        }
        try (TestHub hub = agency.hub(SPEC.replace("{'code': id}", "{'code': id & '-2'}"), Map.of())) {
            assertThat(run(hub, left).completeness()).isEqualTo(Completeness.COMPLETE);
        }
    }

    @Test
    void doesNotMoveWhereTheRunWasCutShort() {
        String paged = spec("{type: page, parameter: page}", "30d");
        agency.replyJson("/v1/list?page=1", items("a", "2026-11-02"));
        agency.replyJson("/v1/list?page=2", "{\"items\": []}");
        for (int page = 1; page <= 4; page++) {
            agency.replyJson("/v1/list?page=" + page + "&since=2026-11-02", items("n" + page, "2026-11-1" + page));
        }
        try (TestHub hub = agency.hub(paged, Map.of())) {
            Run whole = run(hub, null);
            Run cut = run(hub, left(whole));
            assertThat(cut.ids()).containsExactly("n1", "n2", "n3");
            assertThat(cut.bookmark()).isEqualTo(whole.bookmark());
        }
    }

    @Test
    void leavesNothingAfterAWholeRunThatWasCutShort() {
        agency.replyJson("/v1/list", items("a", "2026-11-02", "b", "2026-11-03"));
        try (TestHub hub = agency.hub(SPEC.replace("pages: 3", "records: 1"), Map.of())) {
            assertThat(run(hub, null).bookmark()).isEmpty();
        }
    }

    @Test
    void putsThePositionIntoTheBodyOfSoap() {
        String spec = """
                egress: {hosts: [api.agency.example]}
                limits: {requestsPerSecond: 200}
                soap: {version: "1.1", endpoint: "https://api.agency.example/ws"}
                feeds:
                  - name: list
                    kind: services
                    schedule: {every: 1h}
                    incremental: {field: /@at, fullEvery: 30d}
                    request: {action: "urn:list", body: "<list xmlns='urn:a'><since>|{{since}}|</since></list>"}
                    response: {format: soap, records: /answer/item, id: /@id}
                    mapping: {language: jsonata, expression: "{'code': `@id`}"}
                """;
        String answer = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                + "<answer><item id='%s' at='%s'/></answer></s:Body></s:Envelope>";
        agency.server()
                .stubFor(post(anyUrl())
                        .withRequestBody(containing(">||<"))
                        .willReturn(okXml(answer.formatted("a", "9&amp;1"))));
        agency.server()
                .stubFor(post(anyUrl())
                        .withRequestBody(containing(">|9&amp;1|<"))
                        .willReturn(okXml(answer.formatted("b", "9&amp;2"))));
        try (TestHub hub = agency.hub(spec, Map.of())) {
            Run whole = run(hub, null);
            assertThat(whole.ids()).containsExactly("a");
            assertThat(run(hub, left(whole)).ids()).containsExactly("b");
        }
    }

    private static String left(Run run) {
        return run.bookmark().orElseThrow();
    }

    private static String items(String... idsAndTimes) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < idsAndTimes.length; i += 2) {
            items.add("{\"id\": \"%s\", \"at\": \"%s\"}".formatted(idsAndTimes[i], idsAndTimes[i + 1]));
        }
        return "{\"items\": [" + String.join(", ", items) + "]}";
    }

    private static Run run(TestHub hub, @Nullable String bookmark) {
        try (RecordStream stream = TestAgency.feed(hub).open(bookmark)) {
            List<String> ids = new ArrayList<>();
            stream.forEachRemaining(record -> ids.add(String.valueOf(record.externalId())));
            return new Run(ids, stream.completeness(), stream.bookmark());
        }
    }
}
