package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;

class LastKnownGoodIT {

    private static final String MOVING = "Flyttanmälan inom Sverige";

    @TempDir
    private Path folder;

    @Test
    void survivesBeingKilledAmidAHarvestAndHealsWhenTheAgenciesReturn() throws Exception {
        try (StubAgencies agencies = StubAgencies.launch(
                "skatteverket", "bolagsverket", "forsakringskassan", "skelleftea", "tillvaxtverket")) {
            JsonNode published;
            long services;
            try (HubProcess first = start("first.log", agencies)) {
                awaitEvery(first.client(), "fromSource");
                services = total(first.client());
                published = first.client().serviceNamed(MOVING);
            }

            agencies.revise("skatteverket", "services.json", MOVING, "Anmäla flytt inom Sverige");
            agencies.hold("skatteverket");
            HubProcess killed = start("killed.log", agencies);
            await().atMost(30, SECONDS).until(() -> isHarvesting(killed.client(), "skatteverket/services"));
            killed.kill();

            agencies.agencies().forEach(agencies::stop);
            try (HubProcess alone = start("alone.log", agencies)) {
                HubClient hub = alone.client();
                assertThat(total(hub)).isEqualTo(services);
                assertSameContent(hub.serviceNamed(MOVING), published);

                awaitEvery(hub, "fromCacheSyncFailed");
                JsonNode served = hub.serviceNamed(MOVING);
                assertSameContent(served, published);
                assertThat(served.path("sourceStatus").valueStream())
                        .hasSizeGreaterThanOrEqualTo(3)
                        .allSatisfy(source -> {
                            assertThat(source.path("status").asString()).isEqualTo("fromCacheSyncFailed");
                            assertThat(source.at("/fault/code").asString()).isNotBlank();
                            assertThat(source.path("lastSuccess").asString()).isNotBlank();
                        });

                agencies.release("skatteverket");
                agencies.agencies().forEach(agencies::start);
                awaitEvery(hub, "fromSource");
                assertThat(total(hub)).isEqualTo(services);
                assertThat(hub.serviceNamed("Anmäla flytt inom Sverige").path("id"))
                        .isEqualTo(published.path("id"));
            }
        }
    }

    private HubProcess start(String log, StubAgencies agencies) throws IOException {
        List<String> arguments = new ArrayList<>(HubSettings.forStubs(agencies, folder));
        arguments.add("--db-scheduler.polling-interval=200ms");
        arguments.add("--db-scheduler.heartbeat-interval=1s");
        arguments.add("--tjanstenav.harvest.retry-after=1s");
        arguments.add("--tjanstenav.harvest.retry-at-most=2s");
        arguments.add("--tjanstenav.connectors.egress.breaker-open-for=1s");
        return HubProcess.start(folder, log, arguments);
    }

    private static void awaitEvery(HubClient hub, String status) {
        await().alias("every source is " + status).atMost(60, SECONDS).untilAsserted(() -> assertThat(statuses(hub))
                .containsExactly(status));
    }

    private static Set<String> statuses(HubClient hub) {
        return hub.json("/catalog/v1/sources")
                .path("sources")
                .valueStream()
                .map(source -> source.path("status").asString())
                .collect(Collectors.toSet());
    }

    private static boolean isHarvesting(HubClient hub, String source) {
        return hub.source(source)
                .map(found -> found.path("harvesting").asBoolean())
                .orElse(false);
    }

    private static long total(HubClient hub) {
        return hub.json("/catalog/v1/services?limit=1").at("/meta/total").asLong();
    }

    private static void assertSameContent(JsonNode served, JsonNode published) {
        for (String part : List.of("id", "name", "description", "processingTimes", "commitments", "provenance")) {
            assertThat(served.path(part)).as(part).isEqualTo(published.path(part));
        }
    }
}
