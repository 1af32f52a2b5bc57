package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** The feed of changes as those read it who copy the catalogue. */
@ExtendWith(FederatedHub.class)
class ChangesTest {

    private static final String CHANGES = "/catalog/v1/changes";
    private static final String EVENTS = "text/event-stream";

    @Test
    void leadsPageByPageFromNothingToEveryService(HubUnderTest hub) {
        HubClient client = hub.client();
        List<Long> numbers = new ArrayList<>();
        TreeSet<String> services = new TreeSet<>();
        JsonNode page = client.json(CHANGES + "?limit=100");
        while (true) {
            page.path("changes").forEach(change -> {
                numbers.add(change.path("sequence").asLong());
                String id = change.path("service").asString();
                if (List.of("added", "changed").contains(change.path("kind").asString())) {
                    services.add(id);
                } else {
                    services.remove(id);
                }
            });
            if (!page.path("links").has("next")) {
                break;
            }
            page = client.json(page.at("/links/next/href").asString());
        }

        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        assertThat(services)
                .containsExactlyElementsOf(hub.bean(StoredServices.class).after(null, 100_000).stream()
                        .map(service -> service.id().value())
                        .toList());
        assertThat(page.at("/meta/more").asBoolean()).isFalse();
        assertThat(client.json(CHANGES + "?after=" + page.at("/meta/next").asString())
                        .path("changes"))
                .isEmpty();
    }

    @Test
    void linksSayAllThatTheyDependOn(HubClient hub) {
        JsonNode page = hub.json(CHANGES + "?limit=5");

        assertThat(page.at("/links/self/href").asString()).isEqualTo(CHANGES + "?after=0&limit=5");
        assertThat(page.at("/links/next/href").asString())
                .isEqualTo(CHANGES + "?after=" + page.at("/meta/next").asString() + "&limit=5");
    }

    @Test
    void aFullPageMayBeKeptAndTheLastOneIsAskedForAgain(HubClient hub) {
        HttpResponse<byte[]> full = hub.get(CHANGES + "?limit=5");
        HttpResponse<byte[]> last = hub.get(CHANGES + "?after=now");

        assertThat(header(full, "Cache-Control")).contains("max-age=3600", "public");
        assertThat(header(last, "Cache-Control")).contains("no-cache");
        assertThat(header(full, "Vary")).contains("Accept");
        assertThat(hub.get(CHANGES + "?after=now", "If-None-Match", header(last, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void streamsTheSameChangesAndLetsTheLastEventIdWin(HubClient hub) throws IOException {
        JsonNode page = hub.json(CHANGES + "?limit=3");
        String second = page.at("/changes/1/cursor").asString();

        List<String> fromStart = events(hub, CHANGES, "", 3);
        List<String> goneOn = events(hub, CHANGES + "?after=0", "Last-Event-ID: " + second + "\r\n", 1);

        assertThat(fromStart.get(0)).isEqualTo("event: added").isEqualTo(goneOn.get(0));
        assertThat(fromStart.get(1))
                .isEqualTo("id: " + page.at("/changes/0/cursor").asString());
        assertThat(fromStart.get(2)).isEqualTo("data: " + page.at("/changes/0"));
        assertThat(goneOn.get(2)).isEqualTo("data: " + page.at("/changes/2"));
    }

    @Test
    void aPointerLeadsToAMemberOfTheAnswer(HubUnderTest hub) {
        List<String> pointers = AnswerPointers.of(List.of(
                "/description/name/sv",
                "/description/requirements/0/sv",
                "/description/offered/state",
                "/channels/0/openingHours/0/opens",
                "/processingTimes/0/value",
                "/commitments/0/computed/observation/value",
                "/commitments/0/statement/sv",
                "/provenance/0/retrievedAt",
                "/changedAt"));

        assertThat(pointers)
                .containsExactly(
                        "/name",
                        "/requirements/0",
                        "/offered",
                        "/channels/0/openingHours",
                        "/processingTimes/0/value",
                        "/commitments/0/outcome",
                        "/commitments/0/statement",
                        "/provenance/0",
                        "/changedAt");
        List<JsonNode> answers = hub.bean(StoredServices.class).after(null, 100_000).stream()
                .filter(service -> !service.commitments().isEmpty()
                        && !service.processingTimes().isEmpty())
                .map(service -> hub.client().json("/catalog/v1/services/" + service.id()))
                .toList();
        assertThat(pointers).allSatisfy(pointer -> assertThat(answers)
                .anySatisfy(
                        answer -> assertThat(answer.at(pointer).isMissingNode()).isFalse()));
    }

    @Test
    void refusesWhatIsNoCursorAndOneOfAnotherCatalogue(HubClient hub) {
        assertThat(hub.get(CHANGES + "?after=17&limit=0").statusCode()).isEqualTo(400);
        assertThat(hub.json(CHANGES + "?after=17&limit=0").path("errors")).hasSize(2);
        String known = hub.json(CHANGES + "?limit=1").at("/meta/next").asString();
        String other = known.replaceFirst("\\..*", ".AAAAAAAAAAA");

        HttpResponse<byte[]> page = hub.get(CHANGES + "?after=" + other);
        HttpResponse<byte[]> stream = hub.get(CHANGES, "Accept", EVENTS, "Last-Event-ID", other);

        for (HttpResponse<byte[]> gone : List.of(page, stream)) {
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(header(gone, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(hub.json(gone).path("type").asString()).isEqualTo("urn:tjanstenav:problem:cursor-gone");
        }
        assertThat(hub.get(CHANGES, "Accept", EVENTS, "Last-Event-ID", "17").statusCode())
                .isEqualTo(400);
    }

    @Test
    void choosesTheFormByTheQualityItIsWantedWith(HubClient hub) {
        assertThat(header(hub.get(CHANGES, "Accept", EVENTS + ";q=0.1, */*;q=0.5"), "Content-Type"))
                .isEqualTo("application/json");
        assertThat(header(hub.send("HEAD", CHANGES, "Accept", EVENTS), "Content-Type"))
                .startsWith(EVENTS);
        assertThat(hub.get(CHANGES, "Accept", "application/json;q=0").statusCode())
                .isEqualTo(406);
        assertThat(hub.get(CHANGES, "Accept", "application/pdf").statusCode()).isEqualTo(406);
    }

    private static List<String> events(HubClient hub, String path, String headers, int events) throws IOException {
        try (Socket socket = hub.open("GET %s HTTP/1.0\r\nAccept: %s\r\n%s".formatted(path, EVENTS, headers))) {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.startsWith("event: ") || line.startsWith("id: ") || line.startsWith("data: "))
                    .limit(3L * events)
                    .toList();
        }
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }
}
