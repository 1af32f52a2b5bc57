package se.tjanstenav.routes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.StubAgencies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AgencyFaultsTest {

    private static final String FAILED = "fromCacheSyncFailed";
    private static final String GOOD = "fromSource";

    @TempDir
    private static Path folder;

    private static StubAgencies agencies;
    private static HubUnderTest hub;

    @BeforeAll
    static void start() throws Exception {
        agencies = StubAgencies.launch("skatteverket", "forsakringskassan", "skelleftea");
        hub = HubUnderTest.start(agencies, folder);
        awaitStatus("skatteverket/services", GOOD);
        awaitStatus("forsakringskassan/services", GOOD);
        awaitStatus("skelleftea/services", GOOD);
    }

    @AfterAll
    static void stop() {
        hub.close();
        agencies.close();
    }

    @ParameterizedTest
    @CsvSource({
        "skatteverket, SERVER_ERROR, HTTP_STATUS",
        "skatteverket, MALFORMED, MALFORMED_RESPONSE",
        "skatteverket, TRUNCATED, TRUNCATED",
        "skatteverket, HTML_PAGE, WRONG_CONTENT_TYPE",
        "forsakringskassan, MALFORMED, MALFORMED_RESPONSE",
        "forsakringskassan, HTML_PAGE, WRONG_CONTENT_TYPE"
    })
    void aFaultyAnswerCostsNothingButFreshness(String agency, Fault fault, String code) {
        String source = agency + "/services";
        JsonNode before = servicesOf(agency);

        agencies.fault(agency, fault);
        harvestNow(source);
        awaitStatus(source, FAILED);

        assertThat(hub.client().source(source).orElseThrow().at("/fault/code").asString())
                .isEqualTo(code);
        assertThat(servicesOf(agency)).isEqualTo(before);
        awaitFreshness(agency, FAILED);
        assertThat(hub.client().statusOf("skelleftea/services")).isEqualTo(GOOD);

        agencies.fault(agency, Fault.NONE);
        harvestNow(source);
        awaitStatus(source, GOOD);
    }

    @Test
    void anEmptyListIsHeldBackUntilAPersonHasLooked() {
        JsonNode before = servicesOf("skelleftea");

        agencies.fault("skelleftea", Fault.EMPTY);
        harvestNow("skelleftea/services");
        awaitStatus("skelleftea/services", FAILED);

        assertThat(servicesOf("skelleftea")).isEqualTo(before).isNotEmpty();

        agencies.fault("skelleftea", Fault.NONE);
        harvestNow("skelleftea/services");
        awaitStatus("skelleftea/services", GOOD);
    }

    @Test
    void aChangeAtTheAgencyIsServedAfterTheNextHarvest() {
        String path = "/catalog/v1/services/" + hub.client().idOf("Beställa personbevis");
        String etag = hub.client().get(path).headers().firstValue("ETag").orElseThrow();

        agencies.revise("skatteverket", "services.json", "Beställa personbevis", "Skaffa ett personbevis");
        harvestNow("skatteverket/services");

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                        hub.client().json(path).path("name").asString())
                .isEqualTo("Skaffa ett personbevis"));
        assertThat(hub.client().get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
        assertThat(hub.client().find("Skaffa personbevis").map(found -> found.path("name")
                        .asString()))
                .contains("Skaffa ett personbevis");
    }

    private static void harvestNow(String source) {
        Scheduler scheduler = hub.bean(Scheduler.class);
        TaskInstanceId task = TaskInstanceId.of("harvest", source);
        await().atMost(20, SECONDS).ignoreExceptions().until(() -> scheduler.reschedule(task, Instant.now()));
    }

    private static void awaitStatus(String source, String status) {
        await().alias(source + " is " + status)
                .atMost(30, SECONDS)
                .until(() -> hub.client().statusOf(source), status::equals);
    }

    /** Without how fresh they are. */
    private static JsonNode servicesOf(String agency) {
        JsonNode services = list(agency);
        services.forEach(service -> ((ObjectNode) service).remove("freshness"));
        return services;
    }

    /** The status comes to lists at the same moment, but not before, as to the sources. */
    private static void awaitFreshness(String agency, String status) {
        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(
                        list(agency).valueStream().map(service -> service.at("/freshness/status")
                                .asString()))
                .isNotEmpty()
                .containsOnly(status));
    }

    private static JsonNode list(String agency) {
        return hub.client()
                .json("/catalog/v1/services?limit=100&agency=" + agency)
                .path("services");
    }
}
