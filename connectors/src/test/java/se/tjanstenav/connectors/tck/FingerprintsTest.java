package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/** When a record counts as made of the same as before, over real HTTPS. */
class FingerprintsTest extends AgainstTestAgency {

    private static final String SPEC = """
            egress: {hosts: [api.agency.example]}
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                response: {format: json, records: /items, id: /id}
                detail: {path: "/v1/items/{id}"}
                lookups:
                  - name: offices
                    request: {path: /v1/offices}
                    response: {format: json, records: /kontor, id: /id}
                mapping:
                  language: jsonata
                  expression: '{"code": id, "description": {"name": {"sv": $detail.namn}}}'
            """;

    @Test
    void areTheSameFromRunToRun() {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\", \"n\": 1}]}");
        agency.replyJson("/v1/items/a", "{\"namn\": \"Pass\"}");
        agency.replyJson("/v1/offices", "{\"kontor\": [{\"id\": \"1\"}, {\"id\": \"2\"}]}");

        assertThat(fingerprint(SPEC)).isNotNull().isEqualTo(fingerprint(SPEC));
    }

    @Test
    void differWhereAnythingDoesThatTheMappingSees() {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\", \"n\": 1}]}");
        agency.replyJson("/v1/items/a", "{\"namn\": \"Pass\"}");
        agency.replyJson("/v1/offices", "{\"kontor\": [{\"id\": \"1\"}]}");
        String first = fingerprint(SPEC);

        String mappedOtherwise = fingerprint(SPEC.replace("\"sv\"", "\"en\""));
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\", \"n\": 2}]}");
        String ofOtherRecord = fingerprint(SPEC);
        agency.replyJson("/v1/items/a", "{\"namn\": \"Nytt pass\"}");
        String ofOtherDetail = fingerprint(SPEC);
        agency.replyJson("/v1/offices", "{\"kontor\": [{\"id\": \"1\"}, {\"id\": \"2\"}]}");
        String ofOtherLookup = fingerprint(SPEC);

        assertThat(List.of(first, mappedOtherwise, ofOtherRecord, ofOtherDetail, ofOtherLookup))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void areMissingWhereTheRecordIsNotWhole() {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}, {\"namn\": \"utan id\"}]}");
        agency.reply("/v1/items/a", notFound());
        agency.replyJson("/v1/offices", "{\"kontor\": []}");
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            Feed feed = TestAgency.feed(hub);
            assertThat(TestHub.readAll(feed))
                    .hasSize(2)
                    .extracting(record -> feed.fingerprinted(record).fingerprint())
                    .containsOnlyNulls();
        }
    }

    private @Nullable String fingerprint(String spec) {
        try (TestHub hub = agency.hub(spec, Map.of())) {
            Feed feed = TestAgency.feed(hub);
            List<SourceRecord> records = TestHub.readAll(feed);
            assertThat(records).hasSize(1);
            return feed.fingerprinted(records.get(0)).fingerprint();
        }
    }
}
