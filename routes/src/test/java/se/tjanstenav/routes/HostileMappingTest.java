package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;

/** Descriptors whose mappings mean harm are harvested at once, and people do not notice. */
class HostileMappingTest {

    private static final List<String> MAPPINGS = List.of(
            "($f := function($n) { $n < 2 ? 1 : $f($n - 1) + $f($n - 2) }; {'code': $f(60)})",
            "{'code': $count([1..40000].([1..40000]))}",
            "($d := function($s, $n) { $n = 0 ? $s : $d($s & $s, $n - 1) }; {'code': $d('xxxxxxxx', 60)})",
            "($x := [1..40000]; $y := $x.($x); {'code': $count($y)})");

    @TempDir
    private Path folder;

    private StubAgencies agencies;
    private HubUnderTest hub;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(folder.resolve("connectors"));
        agencies = StubAgencies.launch("skelleftea");
        hub = HubUnderTest.start(agencies, folder, "--tjanstenav.connectors.look-again-every=100ms");
        await().atMost(60, SECONDS).until(() -> hub.client().statusOf("skelleftea/services"), "fromSource"::equals);
    }

    @AfterEach
    void stop() {
        hub.close();
        agencies.close();
    }

    @Test
    void peopleAreAnsweredWhileHostileMappingsAreHarvested() throws Exception {
        Queue<String> troubles = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        Thread people = new Thread(() -> {
            while (!over.get()) {
                try {
                    HttpResponse<byte[]> answer = hub.client().get("/catalog/v1/services");
                    if (answer.statusCode() != 200) {
                        troubles.add("status " + answer.statusCode());
                    }
                } catch (RuntimeException e) {
                    troubles.add(e.toString());
                }
                answered.incrementAndGet();
            }
        });
        people.start();
        for (int i = 0; i < MAPPINGS.size(); i++) {
            Files.writeString(folder.resolve("connectors").resolve("bomb" + i + ".yaml"), descriptor(i));
        }
        for (int i = 0; i < MAPPINGS.size(); i++) {
            String source = "bomb" + i + "/services";
            await().alias(source).atMost(180, SECONDS).until(() -> ended(source));
        }
        over.set(true);
        people.join();

        assertThat(troubles).isEmpty();
        assertThat(answered.get()).isPositive();
        assertThat(hub.client().statusOf("skelleftea/services")).isEqualTo("fromSource");
    }

    /** A run in which no record could be mapped publishes nothing, and says so. */
    private boolean ended(String source) {
        return hub.client()
                .source(source)
                .filter((JsonNode found) -> found.hasNonNull("lastFailure") || found.hasNonNull("lastSuccess"))
                .isPresent();
    }

    private static String descriptor(int number) {
        return """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: bomb%d, agency: bomb%d, title: Bomb, owner: it@bomb.example}
            spec:
              egress: {hosts: [api.skelleftea.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  request: {path: /kontaktcenter/v1/tjanster}
                  pagination: {type: offset, parameter: offset, sizeParameter: limit, size: 50, total: /meta/total}
                  response: {format: json, records: /data, id: /artikel_id}
                  mapping: {language: jsonata, expression: "%s"}
            """.formatted(number, number, MAPPINGS.get(number));
    }
}
