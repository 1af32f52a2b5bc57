package se.tjanstenav.connectors.tck;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.connectors.tck.DryRunTest.SPEC;
import static se.tjanstenav.connectors.tck.DryRunTest.item;
import static se.tjanstenav.connectors.tck.DryRunTest.items;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.TestHub;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunReport.Result;
import se.tjanstenav.connectors.trial.DryRunText;
import se.tjanstenav.connectors.trial.JsonReport;

/** A dry run leaves no trace: in no table, in no harvest, and no secret in its report. */
class TracelessDryRunTest extends AgainstTestAgency {

    private DryRunBench bench;

    @BeforeEach
    void open(@TempDir Path folder) {
        bench = new DryRunBench(agency, certificate, folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void leavesEveryRowOfEveryTableAsItWas() {
        agency.replyJson("/v1/list", items(item("a", "Flytta"), item("b", "Bygga")));
        bench.harvest(SPEC);
        List<String> before = bench.rows();
        assertThat(before).anyMatch(row -> row.contains("Flytta")).anyMatch(row -> row.contains("a bookmark"));
        agency.replyJson("/v1/list", items(item("a", "Flytta hem"), "{\"id\": \"x\"}"));

        assertThat(bench.tryOut(SPEC, 5).result()).isEqualTo(Result.FAULTY);

        assertThat(bench.rows()).isEqualTo(before);
    }

    @Test
    void leavesAHarvestItsOwnLimitsAndItsOwnBreaker() {
        String[] many = IntStream.range(0, 300)
                .mapToObj(number -> item("id-" + number, "Tjänst " + number))
                .toArray(String[]::new);
        agency.replyJson("/v1/list", items(many));
        try (TestHub hub = agency.hub(SPEC, Map.of())) {
            assertThat(bench.tryOut(SPEC, 1).feeds().get(0).records()).hasSize(1);
            assertThat(TestAgency.ids(hub)).hasSize(300);

            agency.reply("/v1/list", aResponse().withStatus(503));
            for (int i = 0; i < 3; i++) {
                assertThat(bench.tryOut(SPEC, 1).feeds().get(0).fault()).isNotNull();
            }
            agency.replyJson("/v1/list", items(many));
            assertThat(TestAgency.ids(hub)).hasSize(300);
        }
    }

    @Test
    void neverShowsASecretNorWhatTheAgencyEchoesOfIt() {
        String key = "very-secret-key-1";
        String auth = "auth: {type: apiKey, header: X-Api-Key, key: {secret: key}}";
        String spec = SPEC.replace("auth: {type: none}", auth);
        agency.replyJson(
                "/v1/list",
                items(
                        item("a " + key, "Namn " + key, key),
                        "{\"id\": \"b\", \"%s\": \"%s\", \"theme\": 7}".formatted(key, key)));

        DryRunReport report = bench.tryOut(spec, 5, Map.of("key", key), Duration.ofSeconds(120));
        assertThat(report.feeds().get(0).records()).hasSize(2);
        assertHidden(report, key);

        agency.reply("/v1/list", aResponse().withStatus(404).withBody("unknown key " + key));
        DryRunReport refused = bench.tryOut(spec, 5, Map.of("key", key), Duration.ofSeconds(120));
        assertThat(refused.feeds().get(0).fault()).isNotNull();
        assertHidden(refused, key);
    }

    private static void assertHidden(DryRunReport report, String secret) {
        assertThat(JsonReport.write(report)).contains("***").doesNotContain(secret);
        assertThat(DryRunText.write(report, "x.yaml", true)).contains("***").doesNotContain(secret);
    }

    @Test
    void readsNoMoreThanItNeeds() {
        agency.reply("/v1/list?page=0", okJson(items(item("a", "A"), item("b", "B"))));
        agency.reply("/v1/list?page=1", okJson(items(item("c", "C"), item("d", "D"))));
        String paged = SPEC.replace("pagination: {type: none}", "pagination: {type: page, parameter: page, first: 0}");
        assertThat(bench.tryOut(paged, 2).feeds().get(0).records()).hasSize(2);
        assertThat(agency.server().getAllServeEvents()).hasSizeLessThanOrEqualTo(2);
    }
}
