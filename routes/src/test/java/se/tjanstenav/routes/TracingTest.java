package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace goes from the portal through the hub to the agency, and to the operator's collector. */
class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String DESCRIPTOR = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: kovverket, agency: kovverket, title: Köverket, owner: api@kovverket.example}
            spec:
              egress: {hosts: ["http://api.kovverket.example"]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 24h}
                  freshness: {fresh: 48h}
                  request: {path: /tjanster}
                  response: {format: json, records: "", id: /id}
                  mapping: {language: jsonata, expression: "{'code': id, 'description': {'name': {'sv': namn}}}"}
                - name: queue
                  kind: processingTimes
                  live: {budget: 5s}
                  request: {path: /ko}
                  response: {format: json, records: "", id: /id}
                  mapping: {language: jsonata, expression: "{'code': id, 'processingTimes': [{'kind': 'queue',
                    'startEvent': 'queueTicketTaken', 'endEvent': 'counterVisit', 'statistic': 'mean', 'value': 7,
                    'unit': 'minutes'}]}"}
            """;

    private final List<String> heardByAgency = new CopyOnWriteArrayList<>();
    private final List<byte[]> collected = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HubUnderTest hub;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tjanster", exchange -> answer(exchange, "[{\"id\": \"K1\", \"namn\": \"Stå i kö\"}]"));
        server.createContext("/ko", exchange -> {
            heardByAgency.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
            answer(exchange, "[{\"id\": \"K1\"}]");
        });
        server.createContext("/v1/traces", exchange -> {
            collected.add(exchange.getRequestBody().readAllBytes());
            answer(exchange, "{}");
        });
        server.start();
        Files.writeString(Files.createDirectories(folder.resolve("connectors")).resolve("kovverket.yaml"), DESCRIPTOR);
        int port = server.getAddress().getPort();
        hub = HubUnderTest.alone(
                folder,
                "--tjanstenav.connectors.egress.plain-http-hosts=api.kovverket.example",
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                "--tjanstenav.connectors.egress.connect-to[api.kovverket.example]=127.0.0.1:" + port,
                "--management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:" + port + "/v1/traces",
                "--management.opentelemetry.tracing.export.schedule-delay=100ms");
    }

    @AfterEach
    void stop() {
        hub.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void thePortalsTraceReachesTheAgencyAndTheCollector() {
        HubClient portal = hub.client();
        await().atMost(60, SECONDS).until(() -> portal.statusOf("kovverket/services"), "fromSource"::equals);
        String service = "/catalog/v1/services/" + portal.idOf("Stå i kö");

        HttpResponse<byte[]> answer = portal.get(service + "/waiting-times", "traceparent", PARENT);

        assertThat(portal.json(answer).at("/waitingTimes/0/value").asInt()).isEqualTo(7);
        assertThat(answer.headers().firstValue("traceparent").orElse(""))
                .startsWith("00-" + TRACE + "-")
                .endsWith("-01")
                .isNotEqualTo(PARENT);
        assertThat(heardByAgency).singleElement().asString().startsWith("00-" + TRACE + "-");
        await().atMost(30, SECONDS).until(() -> !collected.isEmpty());
    }

    @Test
    void anUnreadableTraceIsReplacedByOneOfTheHubsOwn() {
        HttpResponse<byte[]> answer =
                hub.client().get("/catalog/v1/api-info", "traceparent", "00-xyz", "X-Request-Id", TRACE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("traceparent").orElse(""))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .doesNotContain(TRACE);
    }
}
