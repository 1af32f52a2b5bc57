package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.connectors.TestHub;

/** Pages over real HTTP: what is followed, what is refused, and that a run cut short is never complete. */
class PagingTest extends AgainstTestAgency {

    private static final String FAST = "limits: {run: 5s, requestsPerSecond: 200, pages: 5}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?page=2",
                "/v1/list?page=2",
                "list?page=2",
                "https://api.agency.example/v1/list?page=2",
                "https://API.Agency.example:443/v1/list?page=2",
                "//api.agency.example/v1/list?page=2"
            })
    void followsALinkHoweverItIsWritten(String link) {
        agency.reply("/v1/list", okJson(items("a")).withHeader("Link", "<" + link + ">; rel=\"next\""));
        agency.replyJson("/v1/list?page=2", items("b"));
        try (TestHub hub = hub("{type: linkHeader}")) {
            assertThat(TestAgency.ids(hub)).containsExactly("a", "b");
        }
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": \"%s\"}".formatted(link));
        try (TestHub hub = hub("{type: nextLink, next: /next}")) {
            assertThat(TestAgency.ids(hub)).containsExactly("a", "b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "http://api.agency.example/v1/list?page=2",
                "https://api.agency.example:8443/v1/list",
                "https://api.agency.example@evil.example/",
                "https://hub:secret@api.agency.example/",
                "https://api_agency.example/",
                "https:///list",
                "file:/etc/passwd"
            })
    void followsNoLinkThatLeadsElsewhere(String link) {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": \"%s\"}".formatted(link));
        try (TestHub hub = hub("{type: nextLink, next: /next}")) {
            assertThat(TestAgency.fault(hub).code()).isEqualTo("BLOCKED_HOST");
        }
        agency.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"</v1/list?q=a|b>; rel=next", "</v1/list?q=a b>; rel=\"next\"", "<::::>; rel=next"})
    void isNeverCompleteWhereTheNextLinkCannotBeRead(String header) {
        agency.reply("/v1/list", okJson(items("a")).withHeader("Link", header));
        try (TestHub hub = hub("{type: linkHeader}")) {
            assertThat(TestAgency.completeness(hub)).isEqualTo("PARTIAL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"href\": \"/v1/list?page=2\"}", "[\"x\"]", "true"})
    void isNeverCompleteWhereSomethingElseThanATextStandsAtNext(String next) {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": %s}".formatted(next));
        for (String type : new String[] {"nextLink", "cursor, parameter: after"}) {
            try (TestHub hub = hub("{type: " + type + ", next: /next}")) {
                assertThat(TestAgency.completeness(hub)).isEqualTo("PARTIAL");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "false"})
    void endsWhereNextSaysThatThereIsNone(String next) {
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": %s}".formatted(next));
        try (TestHub hub = hub("{type: cursor, parameter: after, next: /next}")) {
            assertThat(TestAgency.completeness(hub)).isEqualTo("COMPLETE");
        }
    }

    @Test
    void goesOnAfterAnEmptyPageInTheMiddle() {
        agency.replyJson("/v1/list", "{\"items\": [], \"next\": \"x y&z\"}");
        agency.replyJson("/v1/list?after=x%20y%26z", items("b"));
        try (TestHub hub = hub("{type: cursor, parameter: after, next: /next}")) {
            assertThat(TestAgency.ids(hub)).containsExactly("b");
        }
    }

    @Test
    void distrustsATotalThatIsSmallerThanWhatCame() {
        agency.replyJson("/v1/list?page=1", "{\"total\": 1, \"items\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
        agency.replyJson("/v1/list?page=2", "{\"total\": 1, \"items\": [{\"id\": \"c\"}]}");
        agency.replyJson("/v1/list?page=3", "{\"total\": 1, \"items\": []}");
        try (TestHub hub = hub("{type: page, parameter: page, total: /total}")) {
            assertThat(TestAgency.ids(hub)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void isPartialAtTheLimitOfPagesAndInALoop() {
        for (int page = 1; page <= 6; page++) {
            agency.replyJson("/v1/list?page=" + page, items("r" + page));
        }
        try (TestHub hub = hub("{type: page, parameter: page}")) {
            assertThat(TestAgency.ids(hub)).hasSize(5);
            assertThat(TestAgency.completeness(hub)).isEqualTo("PARTIAL");
        }
        agency.replyJson("/v1/list", "{\"items\": [{\"id\": \"a\"}], \"next\": \"/v1/list\"}");
        try (TestHub hub = hub("{type: nextLink, next: /next}")) {
            assertThat(TestAgency.completeness(hub)).isEqualTo("PARTIAL");
        }
    }

    @Test
    void keepsAPathThatIsEncodedAlready() {
        agency.replyJson("/v1/a%20b/list", items("a"));
        String spec = TestAgency.spec(FAST, "{type: none}").replace("/v1/list", "/v1/a%20b/list");
        try (TestHub hub = agency.hub(spec, Map.of())) {
            assertThat(TestAgency.ids(hub)).containsExactly("a");
        }
    }

    private TestHub hub(String pagination) {
        return agency.hub(TestAgency.spec(FAST, pagination), Map.of());
    }

    private static String items(String id) {
        return "{\"items\": [{\"id\": \"%s\"}]}".formatted(id);
    }
}
