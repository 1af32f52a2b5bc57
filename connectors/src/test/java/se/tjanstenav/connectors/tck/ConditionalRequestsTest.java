package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** What is asked on a condition, and when not: a 304 must never stand for something else than what is published. */
class ConditionalRequestsTest extends AgainstTestAgency {

    private static final String ITEMS = "{\"items\": [{\"id\": \"a\"}]}";
    private static final String SPEC = TestAgency.spec("limits: {requestsPerSecond: 200}", "{type: none}")
            .replace("    kind: services", "    kind: services\n    conditional: true");

    /** One run read to its end. */
    private record Run(long records, Completeness completeness, Optional<String> bookmark) {}

    @Test
    void asksOnlyForWhatDiffersFromTheLastPublishedAnswer() {
        reply(okJson(ITEMS).withHeader("ETag", "\"v1\"").withHeader("Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT"));
        agency.server()
                .stubFor(get(urlEqualTo("/v1/list"))
                        .withHeader("If-None-Match", equalTo("\"v1\""))
                        .withHeader("If-Modified-Since", equalTo("Mon, 02 Nov 2026 10:00:00 GMT"))
                        .willReturn(aResponse().withStatus(304)));
        try (TestHub hub = hub(SPEC)) {
            Run first = run(hub, null);
            assertThat(first.completeness()).isEqualTo(Completeness.COMPLETE);

            Run second = run(hub, first.bookmark().orElseThrow());
            assertThat(second.completeness()).isEqualTo(Completeness.UNCHANGED);
            assertThat(second.records()).isZero();

            Run third = run(hub, second.bookmark().orElseThrow());
            assertThat(third.completeness()).isEqualTo(Completeness.UNCHANGED);
        }
    }

    @Test
    void readsAnAnswerThatHasChangedWhole() {
        reply(okJson(ITEMS).withHeader("ETag", "\"v1\""));
        try (TestHub hub = hub(SPEC)) {
            String left = run(hub, null).bookmark().orElseThrow();
            reply(okJson("{\"items\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}").withHeader("ETag", "\"v2\""));

            Run changed = run(hub, left);

            assertThat(changed.completeness()).isEqualTo(Completeness.COMPLETE);
            assertThat(changed.records()).isEqualTo(2);
            run(hub, changed.bookmark().orElseThrow());
            agency.server()
                    .verify(1, getRequestedFor(urlEqualTo("/v1/list")).withHeader("If-None-Match", equalTo("\"v2\"")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code': id}                       | {'code': id & '-2'}",
                "records: /items                    | records: /things",
                "path: /v1/list                     | path: /v1/list, query: {lang: sv}",
                "egress: {hosts: [api.agency.example]} | egress: {hosts: [api.agency.example, b.example]}",
                "feeds:                             | 'speaksFor: [{id: other, name: {sv: Annan}}]\nfeeds:'"
            })
    void asksWithoutConditionOnceTheFeedHasBecomeAnother(String before, String after) {
        reply(okJson(ITEMS).withHeader("ETag", "\"v1\""));
        agency.replyJson("/v1/list?lang=sv", ITEMS);
        String left;
        try (TestHub hub = hub(SPEC)) {
            left = run(hub, null).bookmark().orElseThrow();
        }
        assertThat(SPEC).contains(before);
        reply(okJson("{\"items\": [], \"things\": []}").withHeader("ETag", "\"v1\""));
        try (TestHub hub = hub(SPEC.replace(before, after))) {
            assertThat(run(hub, left).completeness()).isEqualTo(Completeness.COMPLETE);
        }
        agency.server()
                .verify(
                        0,
                        getRequestedFor(com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                                .withHeader("If-None-Match", equalTo("\"v1\"")));
    }

    @Test
    void leavesNothingAfterARunThatWasNotComplete() {
        reply(okJson("{\"items\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}").withHeader("ETag", "\"v1\""));
        try (TestHub hub = hub(SPEC.replace("200}", "200, records: 1}"))) {
            Run cut = run(hub, null);
            assertThat(cut.completeness()).isEqualTo(Completeness.PARTIAL);
            assertThat(cut.bookmark()).isEmpty();
        }
    }

    @Test
    void leavesNothingWhereTheAnswerHasNoValidator() {
        reply(okJson(ITEMS));
        try (TestHub hub = hub(SPEC)) {
            assertThat(run(hub, null).bookmark()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Mon, 02 Nov 2026 10:00:00 GMT | Mon, 02 Nov 2026 10:00:01 GMT | true",
                "Mon, 02 Nov 2026 10:00:00 GMT | Mon, 02 Nov 2026 10:00:00 GMT | false",
                "Mon, 02 Nov 2026 10:00:00 GMT | - | false",
                "yesterday | Mon, 02 Nov 2026 10:00:01 GMT | false"
            })
    void trustsADateAloneOnlyOnceItsSecondIsOver(String modified, @Nullable String date, boolean trusted) {
        ResponseDefinitionBuilder answer = okJson(ITEMS).withHeader("Last-Modified", modified);
        reply(date == null ? answer : answer.withHeader("Date", date));
        try (TestHub hub = hub(SPEC)) {
            assertThat(run(hub, null).bookmark().isPresent()).isEqualTo(trusted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no bookmark", "{}", "null", "[]", "{\"feed\": 7}"})
    void takesABookmarkItCannotReadForNone(String text) {
        reply(okJson(ITEMS).withHeader("ETag", "\"v1\""));
        try (TestHub hub = hub(SPEC)) {
            assertThat(run(hub, text).completeness()).isEqualTo(Completeness.COMPLETE);
        }
        agency.server().verify(getRequestedFor(urlEqualTo("/v1/list")).withHeader("If-None-Match", absent()));
    }

    @Test
    void takesNo304ThatNobodyAskedFor() {
        reply(aResponse().withStatus(304));
        try (TestHub hub = hub(SPEC)) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("REDIRECT");
        }
    }

    @Test
    void asksWithoutConditionUnlessTheDescriptorSaysSo() {
        reply(okJson(ITEMS).withHeader("ETag", "\"v1\""));
        try (TestHub hub = hub(SPEC.replace("conditional: true", "conditional: false"))) {
            assertThat(run(hub, null).bookmark()).isEmpty();
        }
    }

    private void reply(ResponseDefinitionBuilder answer) {
        agency.server().stubFor(get(urlEqualTo("/v1/list")).atPriority(10).willReturn(answer));
    }

    private TestHub hub(String spec) {
        return agency.hub(spec, Map.of());
    }

    private static Run run(TestHub hub, @Nullable String bookmark) {
        try (RecordStream stream = TestAgency.feed(hub).open(bookmark)) {
            long records = 0;
            while (stream.hasNext()) {
                stream.next();
                records++;
            }
            return new Run(records, stream.completeness(), stream.bookmark());
        }
    }
}
