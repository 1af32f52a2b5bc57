package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.routes.Contract;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The contract's examples. {@code -Dcontract.write} takes them anew from the hub; the contract shows them when it is
 * written the next time.
 */
@ExtendWith(FederatedHub.class)
class ContractExamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/se/tjanstenav/routes/api/examples");
    private static final int ENTRIES = 2;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void everyOperationThatGivesJsonShowsAnAnswerThatKeepsToTheContract(HubClient hub) throws IOException {
        Map<String, String> requests = requests(hub);
        if (Contract.WRITTEN_ANEW) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> request : requests.entrySet()) {
                String example = JSON.writeValueAsString(shortened(hub.json(request.getValue())));
                Files.writeString(FOLDER.resolve(request.getKey() + ".json"), example + "\n", StandardCharsets.UTF_8);
            }
        }

        Contract.document().path("paths").forEach(path -> {
            JsonNode operation = path.path("get");
            JsonNode answer = operation.at("/responses/200/content").path("application/json");
            if (!answer.isMissingNode()) {
                String name = operation.path("operationId").asString();
                assertThat(answer.has("example")).as("an example of " + name).isTrue();
                assertThat(requests).containsKey(name);
                byte[] example = JSON.writeValueAsBytes(answer.path("example"));
                assertThat(Contract.faults(answer.path("schema"), example))
                        .as(name)
                        .isEmpty();
            }
        });
    }

    /** What is asked for each operation's example. */
    private static Map<String, String> requests(HubClient hub) {
        String service = "/catalog/v1/services/" + hub.idOf("Ansök om pass");
        Map<String, String> requests = new TreeMap<>();
        requests.put("readApiInfo", "/catalog/v1/api-info");
        requests.put("findServices", "/catalog/v1/services?q=pass&limit=2");
        requests.put("readService", service);
        requests.put("readWaitingTimes", service + "/waiting-times");
        requests.put("listObservations", service + "/processing-times?limit=2");
        requests.put("listPastOutcomes", service + "/commitment-outcomes?limit=2");
        requests.put("listSources", "/catalog/v1/sources");
        requests.put("compareProcessingTimes", "/catalog/v1/processing-times?kind=observed&limit=2");
        requests.put("compareCommitments", "/catalog/v1/commitments?limit=2");
        requests.put("listAgencies", "/catalog/v1/agencies?limit=2");
        requests.put("readAgency", "/catalog/v1/agencies/polismyndigheten");
        requests.put("listLifeEvents", "/catalog/v1/life-events?limit=2");
        requests.put(
                "readLifeEvent",
                hub.json("/catalog/v1/life-events?kind=lifeEvent&limit=1")
                        .at("/lifeEvents/0/links/self/href")
                        .asString());
        requests.put("guide", "/catalog/v1/guidance?q=pass%20till%20barn&municipality=0180&at=2026-11-30T09:00:00Z");
        requests.put("suggest", "/catalog/v1/suggestions?q=bygg&limit=3");
        requests.put("listChanges", "/catalog/v1/changes?limit=2");
        return requests;
    }

    /** Lists that are not told in pages are shown in part. */
    private static JsonNode shortened(JsonNode answer) {
        answer.forEach(field -> {
            if (field instanceof ArrayNode list && answer.has("meta")) {
                while (list.size() > ENTRIES) {
                    list.remove(ENTRIES);
                }
            }
        });
        return answer;
    }
}
