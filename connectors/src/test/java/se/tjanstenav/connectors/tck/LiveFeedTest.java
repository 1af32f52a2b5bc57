package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.LiveAnswer;
import se.tjanstenav.connectors.LiveFeed;
import se.tjanstenav.connectors.TestHub;

/** What a live feed sends for one service or all, and what it makes of the answers. */
class LiveFeedTest extends AgainstTestAgency {

    private static final String ONE = "{path: \"/queues/{serviceKey}\"}";
    private static final String MINUTES = """
            {'code': $exists(code) ? code : serviceKey, 'processingTimes': [{'kind': 'queue',
             'startEvent': 'queueTicketTaken', 'endEvent': 'counterVisit', 'statistic': 'mean', 'value': minutes,
             'unit': 'minutes'}]}""";

    private static String spec(String live, String request, String records) {
        return """
            egress: {hosts: [api.agency.example]}
            limits: {response: 20s, requestsPerSecond: 100}
            feeds:
              - name: queue
                kind: processingTimes
                live: %s
                request: %s
                response: {format: json, records: "%s", id: /serviceKey}
                mapping:
                  language: jsonata
                  expression: |
            %s
            """.formatted(live, request, records, MINUTES.indent(8));
    }

    private TestHub hub(String spec) {
        return agency.hub(spec, Map.of());
    }

    private static LiveFeed queue(TestHub hub) {
        return hub.liveFeed("attack/queue");
    }

    private static ServiceKey service(String code) {
        return new ServiceKey(new AgencyId("agency"), code);
    }

    private static List<Integer> minutes(LiveAnswer answer, String code) {
        return answer.of(service(code)).processingTimes().stream()
                .map(time -> time.value().intValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PASS-1            | /queues/PASS-1
            a/b?c#d           | /queues/a%2Fb%3Fc%23d
            Å & 100%          | /queues/%C3%85%20%26%20100%25
            {serviceKey}      | /queues/%7BserviceKey%7D
            a/../admin        | /queues/a%2F..%2Fadmin
            """)
    void namesTheServiceInOneSegmentOfThePath(String code, String path) {
        agency.replyJson(path, "{\"minutes\": 12}");
        try (TestHub hub = hub(spec("{}", ONE, ""))) {
            assertThat(minutes(queue(hub).ask(service(code)), code)).containsExactly(12);
        }
        agency.server().verify(1, anyRequestedFor(urlEqualTo(path)));
    }

    @Test
    void namesTheServiceInTheQuery() {
        agency.replyJson("/queues?of=A%26b%3D%7Bx%7D", "{\"queue\": {\"minutes\": 3}}");
        try (TestHub hub = hub(spec("{}", "{path: /queues, query: {of: \"{serviceKey}\"}}", "/queue"))) {
            assertThat(minutes(queue(hub).ask(service("A&b={x}")), "A&b={x}")).containsExactly(3);
        }
    }

    @Test
    void asksForAllServicesAtOnceWhereTheRequestNamesNone() {
        agency.replyJson(
                "/queues",
                "[{\"code\": \"A\", \"minutes\": 1}, {\"code\": \"B\", \"minutes\": 2}, {\"code\": \"A\", \"minutes\": 3}]");
        try (TestHub hub = hub(spec("{}", "{path: /queues}", "").replace("id: /serviceKey", "id: /minutes"))) {
            LiveFeed queue = queue(hub);
            assertThat(queue.perService()).isFalse();
            LiveAnswer answer = queue.ask(service("A"));
            assertThat(minutes(answer, "A")).containsExactly(1, 3);
            assertThat(minutes(answer, "B")).containsExactly(2);
            assertThat(minutes(answer, "C")).isEmpty();
        }
    }

    @Test
    void namesTheServiceInASoapBodyWithoutLettingItBeMarkup() {
        agency.reply(
                "/ws",
                aResponse()
                        .withHeader("Content-Type", "text/xml;charset=utf-8")
                        .withBody("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                                + "<q xmlns=\"urn:agency\"><now><minutes>9</minutes></now></q></s:Body></s:Envelope>"));
        String soap =
                """
            egress: {hosts: [api.agency.example]}
            limits: {requestsPerSecond: 100}
            soap: {version: "1.1", endpoint: "https://api.agency.example/ws"}
            feeds:
              - name: queue
                kind: processingTimes
                live: {}
                request: {action: "urn:queue", body: "<ask xmlns='urn:agency' of='{{serviceKey}}' day='{{today}}'/>"}
                response: {format: soap, records: /q/now, id: /serviceKey}
                mapping:
                  language: jsonata
                  expression: |
            %s
            """.formatted(MINUTES.replace("minutes,", "$number(minutes),").indent(8));
        try (TestHub hub = hub(soap)) {
            String code = "a'/><evil b='{{today}}&";
            assertThat(queue(hub).perService()).isTrue();
            assertThat(minutes(queue(hub).ask(service(code)), code)).containsExactly(9);
        }
        agency.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo("/ws"))
                                .withRequestBody(containing("{{today}}&amp;"))
                                .withRequestBody(notMatching("(?s).*<evil.*")));
    }

    @Test
    void answersOnlyForServicesThatItMayKnow() {
        try (TestHub hub = hub(spec("{services: [A, .., B]}", ONE, ""))) {
            LiveFeed queue = queue(hub);
            assertThat(queue.answersFor(service("A"))).isTrue();
            assertThat(queue.answersFor(service("C"))).isFalse();
            assertThat(queue.answersFor(service("..")))
                    .as("leads to another path")
                    .isFalse();
            assertThat(queue.answersFor(new ServiceKey(new AgencyId("other"), "A")))
                    .isFalse();
        }
    }

    @Test
    void doesNotRepeatAFailedRequestForWhichTheBudgetLeavesNoTime() {
        agency.reply("/queues/A", serverError());
        try (TestHub hub = hub(spec("{}", ONE, ""))) {
            assertThat(TestAgency.fault(() -> queue(hub).ask(service("A"))).category())
                    .isEqualTo(Fault.Category.AGENCY_UNAVAILABLE);
        }
        agency.server().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void leavesAnAgencyAloneThatFailsRepeatedly() {
        agency.reply("/queues/A", serverError());
        try (TestHub hub = hub(spec("{}", ONE, ""))) {
            for (int i = 0; i < 6; i++) {
                TestAgency.fault(() -> queue(hub).ask(service("A")));
            }
            assertThat(TestAgency.fault(() -> queue(hub).ask(service("A"))).code())
                    .isEqualTo("CIRCUIT_OPEN");
        }
        agency.server().verify(6, anyRequestedFor(anyUrl()));
    }

    @Test
    void passesOverARecordThatCannotBeUsedButNotAllOfThem() {
        agency.replyJson("/queues/A", "[{\"minutes\": \"many\"}, {\"minutes\": 4}]");
        agency.replyJson("/queues/B", "[{\"minutes\": \"many\"}]");
        agency.replyJson("/queues/C", "[]");
        try (TestHub hub = hub(spec("{}", ONE, ""))) {
            assertThat(minutes(queue(hub).ask(service("A")), "A")).containsExactly(4);
            Fault fault = TestAgency.fault(() -> queue(hub).ask(service("B")));
            assertThat(fault.category()).isEqualTo(Fault.Category.AGENCY_ANSWERED_WRONGLY);
            assertThat(fault.detail()).contains("No record of the answer can be used", "/processingTimes/0/value");
            assertThat(minutes(queue(hub).ask(service("C")), "C")).isEmpty();
        }
    }

    @Test
    void isNoFeedThatIsHarvested() {
        try (TestHub hub = hub(spec("{}", ONE, ""))) {
            assertThat(hub.connectors().feeds()).isEmpty();
            assertThat(hub.connectors().liveFeeds()).hasSize(1);
        }
    }
}
