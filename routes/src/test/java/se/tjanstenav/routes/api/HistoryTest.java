package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** History of times and outcomes as charts read it. */
@ExtendWith(FederatedHub.class)
class HistoryTest {

    private static final String ID_CARD =
            "/catalog/v1/services/" + ServiceId.of(new ServiceKey(new AgencyId("skatteverket"), "SKV-IDKORT"));

    @Test
    void tellsTimesByPeriod(HubClient hub) {
        JsonNode page = hub.json(ID_CARD + "/processing-times");

        assertThat(page.at("/meta/total").asInt()).isEqualTo(2);
        JsonNode observed = page.at("/processingTimes/0");
        assertThat(observed.path("kind").asString()).isEqualTo("observed");
        assertThat(observed.path("periodTo").asString()).isEqualTo("2026-09-30");
        assertThat(observed.path("series").asString()).isNotBlank();
        assertThat(observed.path("current").asBoolean()).isTrue();
        assertThat(observed.path("recordedAt").asString()).endsWith("Z");
        assertThat(hub.json(ID_CARD + "/processing-times?from=2026-09-30&to=2026-10-01")
                        .path("processingTimes"))
                .containsExactly(observed);
        assertThat(hub.json(ID_CARD + "/processing-times?kind=queue")
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(hub.json(ID_CARD + "/processing-times?limit=1&offset=1").path("processingTimes"))
                .hasSize(1);
    }

    @Test
    void tellsHowCommitmentsHaveStood(HubClient hub) {
        JsonNode past = hub.json(ID_CARD + "/commitment-outcomes").at("/commitmentOutcomes/0");

        assertThat(past.path("commitment").asString()).isEqualTo("AT-06");
        assertThat(past.at("/outcome/status").asString()).isIn("kept", "notMeasured");
        assertThat(past.path("from").asString()).endsWith("Z");
    }

    @Test
    void refusesWhatIsNoDayAndNoService(HubClient hub) {
        HttpResponse<byte[]> bad = hub.get(ID_CARD + "/processing-times?from=2026-13-01&kind=guess");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(new String(bad.body(), StandardCharsets.UTF_8))
                .contains("/query/from")
                .contains("/query/kind");
        assertThat(hub.get("/catalog/v1/services/skatteverket-nothing/processing-times")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void answersUnchangedToWhoHasIt(HubClient hub) {
        HttpResponse<byte[]> first = hub.get(ID_CARD + "/processing-times");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("stale-while-revalidate");
        assertThat(hub.get(ID_CARD + "/processing-times", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }
}
