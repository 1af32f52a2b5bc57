package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** Times and commitments over agencies, as a portal reads them. */
@ExtendWith(FederatedHub.class)
class ComparisonsTest {

    private static final String TIMES = "/catalog/v1/processing-times";
    private static final String COMMITMENTS = "/catalog/v1/commitments";

    @Test
    void comparesObservedTimesOverAgenciesTheShortestFirst(HubClient hub) {
        List<JsonNode> times = pages(hub, TIMES + "?kind=observed", "processingTimes");

        assertThat(times)
                .extracting(time -> time.at("/comparable/workingDays").decimalValue())
                .isSorted();
        assertThat(times)
                .extracting(time -> time.at("/service/agency/id").asString())
                .contains("skatteverket", "migrationsverket");
        assertThat(times).allSatisfy(time -> {
            assertThat(time.path("kind").asString()).isEqualTo("observed");
            assertThat(time.path("value").isNumber()).isTrue();
            assertThat(time.at("/service/name").asString()).isNotBlank();
            assertThat(time.at("/sources/0/status").asString()).isEqualTo("fromSource");
            assertThat(time.at("/comparable/converted").asBoolean())
                    .isEqualTo(!time.path("unit").asString().equals("workingDays"));
        });
        assertThat(times).anySatisfy(time -> assertThat(
                        time.at("/comparable/assumptions/0").asString())
                .isEqualTo("meanYear"));
    }

    @Test
    void hasEveryTimeOfEveryService(HubClient hub) {
        JsonNode entry =
                hub.json(TIMES + "?agency=skatteverket&kind=observed&limit=1").at("/processingTimes/0");
        JsonNode service = hub.json(entry.at("/service/links/self/href").asString());

        assertThat(service.path("processingTimes").valueStream())
                .anySatisfy(time -> assertThat(time.properties()).isSubsetOf(entry.properties()));
        assertThat(hub.json(TIMES + "?agency=skatteverket&limit=0")
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(hub.json("/catalog/v1/services?agency=skatteverket&limit=100")
                        .path("services")
                        .valueStream()
                        .mapToInt(each -> each.path("processingTimes").asInt())
                        .sum());
    }

    @Test
    void comparesWhatIsPromisedAndHowItTurnedOut(HubClient hub) {
        List<JsonNode> kept = pages(hub, COMMITMENTS + "?status=kept", "commitments");

        assertThat(kept).isNotEmpty().allSatisfy(commitment -> {
            assertThat(commitment.at("/outcome/status").asString()).isEqualTo("kept");
            assertThat(commitment.path("statement").asString()).isNotBlank();
            assertThat(commitment.at("/service/id").asString()).isNotBlank();
        });
        assertThat(hub.json(COMMITMENTS + "?limit=0").at("/meta/total").asInt()).isGreaterThan(kept.size());
        assertThat(pages(
                        hub,
                        COMMITMENTS + "?aspect=processingTime&municipality=2482&theme=buildingPermits",
                        "commitments"))
                .allSatisfy(commitment ->
                        assertThat(commitment.path("aspect").asString()).isEqualTo("processingTime"));
    }

    @Test
    void sendsWholeComparisonsAsTables(HubClient hub) throws IOException {
        List<CSVRecord> times = table(hub, TIMES + "?kind=observed", "processing-times.csv");
        List<CSVRecord> commitments = table(hub, COMMITMENTS, "commitments.csv");

        assertThat(times)
                .extracting(row -> row.get("serviceId"))
                .isEqualTo(ids(pages(hub, TIMES + "?kind=observed", "processingTimes")));
        assertThat(times).allSatisfy(row -> assertThat(row.get("workingDays")).isNotBlank());
        assertThat(times).anySatisfy(row -> assertThat(row.get("assumptions")).isEqualTo("meanYear"));
        assertThat(commitments)
                .extracting(row -> row.get("serviceId"))
                .isEqualTo(ids(pages(hub, COMMITMENTS, "commitments")));
        assertThat(commitments).extracting(row -> row.get("status")).contains("kept", "notMeasured");
    }

    @Test
    void answersUnchangedToWhoHasItAndNamesWhatCannotBe(HubClient hub) {
        HttpResponse<byte[]> first = hub.get(TIMES);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(hub.get(TIMES, "If-None-Match", etag).statusCode()).isEqualTo(304);

        HttpResponse<byte[]> refused =
                hub.get(TIMES + "?kind=guess&statistic=mode&agency=nobody&municipality=x&status=kept");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(hub.json(refused).path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder(
                        "/query/kind", "/query/statistic", "/query/agency", "/query/municipality", "/query/status");
        assertThat(hub.get(COMMITMENTS + "?limit=1", "Accept", "text/csv").statusCode())
                .isEqualTo(400);
        assertThat(hub.json(COMMITMENTS + "?concept=alchemy").at("/meta/total").asInt())
                .isZero();
    }

    private static List<CSVRecord> table(HubClient hub, String path, String file) throws IOException {
        HttpResponse<byte[]> response = hub.get(path, "Accept", "text/csv");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"" + file + "\"");
        CSVFormat withHeader = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        String text = new String(response.body(), StandardCharsets.UTF_8);
        try (CSVParser parser = withHeader.parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    private static List<String> ids(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.at("/service/id").asString()).toList();
    }

    private static List<JsonNode> pages(HubClient hub, String path, String list) {
        List<JsonNode> all = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=100";
        while (!next.isEmpty()) {
            JsonNode page = hub.json(next);
            page.path(list).forEach(all::add);
            next = page.at("/links/next/href").asString("");
        }
        return all;
    }
}
