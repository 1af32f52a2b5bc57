package se.tjanstenav.routes.registry;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

class IndexRebuildsTest {

    private static final String REBUILDS = "/registry/v1/index-rebuilds";

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.alone(folder);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anOperatorAsksForOneAndFollowsItToTheEnd() {
        HubClient operator = hub.operator();

        HttpResponse<byte[]> asked = begun(operator);

        assertThat(asked.statusCode()).isEqualTo(202);
        String location = asked.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REBUILDS + "/");
        await().atMost(120, SECONDS)
                .until(() -> operator.json(location).path("state").asString().equals("finished"));
        JsonNode listed = operator.json(REBUILDS).at("/rebuilds/0");
        assertThat(REBUILDS + "/" + listed.path("id").asString()).isEqualTo(location);
        assertThat(listed.path("services").asLong()).isZero();
        assertThat(listed.path("requestedBy").asString()).startsWith("Operator of a test");
        assertThat(hub.bean(AuditLog.class)
                        .list(new AuditLog.Query(null, null, 0, 1))
                        .entries()
                        .get(0)
                        .event())
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo(AuditAction.INDEX_REBUILD_REQUESTED);
                    assertThat(event.detail())
                            .isEqualTo("index rebuild " + listed.path("id").asString());
                });
    }

    private static HttpResponse<byte[]> begun(HubClient operator) {
        return await("the one before has ended")
                .atMost(120, SECONDS)
                .until(() -> operator.send("POST", REBUILDS), answer -> answer.statusCode() != 409);
    }

    @Test
    void theyAreListedInPages() {
        HubClient operator = hub.operator();
        begun(operator);
        begun(operator);

        JsonNode page = operator.json(REBUILDS + "?limit=1");

        assertThat(page.path("rebuilds")).hasSize(1);
        assertThat(page.at("/meta/total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(page.at("/links/self/href").asString()).isEqualTo(REBUILDS + "?limit=1&offset=0");
        JsonNode next = operator.json(page.at("/links/next/href").asString());
        assertThat(next.path("rebuilds")).hasSize(1);
        assertThat(next.at("/rebuilds/0/id")).isNotEqualTo(page.at("/rebuilds/0/id"));
        assertThat(requestedAt(next)).isBeforeOrEqualTo(requestedAt(page));
        assertThat(operator.json(REBUILDS + "?offset=1000").path("rebuilds")).isEmpty();
        assertThat(operator.get(REBUILDS + "?limit=0&page=1").statusCode()).isEqualTo(400);
    }

    private static Instant requestedAt(JsonNode page) {
        return Instant.parse(page.at("/rebuilds/0/requestedAt").asString());
    }

    @Test
    void anAgencyFindsNothingThere() {
        HubClient agency = hub.agency("ekbyn");

        assertThat(agency.send("POST", REBUILDS).statusCode()).isEqualTo(404);
        assertThat(agency.get(REBUILDS).statusCode()).isEqualTo(404);
        assertThat(agency.get(REBUILDS + "/6f1b1f2e-1111-4222-8333-444455556666")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeOneIsUnknown() {
        assertThat(hub.operator().get(REBUILDS + "/nosuch").statusCode()).isEqualTo(404);
    }
}
