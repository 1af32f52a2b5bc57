package se.tjanstenav.routes.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.TrialAgency;
import tools.jackson.databind.JsonNode;

/** Scores over HTTP, of what real harvests of two agencies have published. */
class QualityTest {

    private static final String SERVICES = "/registry/v1/quality/services";
    private static final String AGENCIES = "/registry/v1/quality/agencies";
    private static final String MAPPING = "{'code': id, 'description': {'name': {'sv': namn, 'en': name},"
            + " 'checkedOn': kontrollerad}, 'channels': telefon ? [{'type': 'phone', 'phone': telefon}] : []}";

    @TempDir
    private static Path folder;

    private static TrialAgency source;
    private static HubUnderTest hub;
    private static HubClient operator;

    @BeforeAll
    static void start() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/Stockholm")).minusDays(1);
        source = new TrialAgency();
        source.has(List.of(
                "{\"id\": \"T1\", \"namn\": \"Tjänst 1\"}",
                "{\"id\": \"T2\", \"namn\": \"Tjänst 2\", \"telefon\": \"08-123 45\"}",
                "{\"id\": \"T3\", \"namn\": \"Tjänst 3\", \"name\": \"Service 3\", \"kontrollerad\": \"%s\"}"
                        .formatted(yesterday),
                "{\"id\": \"T4\", \"namn\": \"Tjänst 4\", \"name\": \"Service 4\", \"kontrollerad\": \"%s\"}"
                        .formatted(yesterday.minusDays(800))));
        hub = HubUnderTest.alone(folder, source.settings());
        source.connect(folder, "provverket", MAPPING, "services");
        source.connect(folder, "annatverk", MAPPING, "services");
        operator = hub.operator();
        await().atMost(120, SECONDS).until(() -> total(operator, SERVICES) == 8);
    }

    @AfterAll
    static void stop() {
        hub.close();
        source.close();
    }

    @Test
    void anAgencySeesItsServicesTheWorstFirstWithWhatToDo() {
        JsonNode list = hub.agency("provverket").json(SERVICES);

        assertThat(names(list)).containsExactly("Tjänst 1", "Tjänst 4", "Tjänst 2", "Tjänst 3");
        assertThat(list.path("services").valueStream().map(each -> each.path("score")
                        .asInt()))
                .containsExactly(25, 35, 40, 45);
        JsonNode worst = list.at("/services/0");
        assertThat(worst.path("agency").asString()).isEqualTo("provverket");
        assertThat(codes(worst))
                .containsExactly(
                        "noContact",
                        "noProcessingTime",
                        "noCommitment",
                        "missingLanguage",
                        "missingSummary",
                        "staleCheck");
        JsonNode reason = worst.at("/reasons/0");
        assertThat(reason.path("weight").asInt()).isEqualTo(20);
        assertThat(reason.at("/text/sv").asString()).isNotEmpty();
        assertThat(reason.at("/remedy/en").asString()).isNotEmpty();
        assertThat(operator.get(worst.at("/links/service/href").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void servicesAreFoundByAgencyAndReasonPageByPage() {
        assertThat(names(operator.json(SERVICES + "?agency=annatverk&reason=staleCheck")))
                .containsExactly("Tjänst 1", "Tjänst 4", "Tjänst 2");
        assertThat(total(operator, SERVICES + "?reason=missingOpeningHours")).isEqualTo(2);

        JsonNode page = operator.json(SERVICES + "?agency=annatverk&limit=2");
        assertThat(names(page)).containsExactly("Tjänst 1", "Tjänst 4");
        assertThat(page.at("/meta/total").asInt()).isEqualTo(4);
        assertThat(names(operator.json(page.at("/links/next/href").asString())))
                .containsExactly("Tjänst 2", "Tjänst 3");
    }

    @Test
    void agenciesAreTheMeanOfTheirServices() {
        JsonNode list = operator.json(AGENCIES);

        assertThat(list.path("agencies").valueStream().map(each -> each.path("agency")
                        .asString()))
                .containsExactly("annatverk", "provverket");
        JsonNode agency = list.at("/agencies/1");
        assertThat(agency.path("services").asInt()).isEqualTo(4);
        assertThat(agency.path("score").asInt()).isEqualTo(36);
        assertThat(codes(agency)).startsWith("noProcessingTime", "noCommitment", "missingSummary", "noContact");
        assertThat(agency.path("reasons").valueStream().map(each -> each.path("services")
                        .asInt()))
                .containsExactly(4, 4, 4, 3, 3, 2, 1);
        assertThat(operator.json(AGENCIES + "?limit=1").at("/meta/total").asInt())
                .isEqualTo(2);
        assertThat(operator.json(AGENCIES + "?agency=provverket").at("/agencies/0"))
                .isEqualTo(agency);
    }

    @Test
    void whatIsAnothersIsAnsweredLikeWhatNobodyHas() {
        HubClient own = hub.agency("provverket");

        for (String list : List.of(SERVICES, AGENCIES)) {
            HttpResponse<byte[]> others = own.get(list + "?agency=annatverk");
            assertThat(others.statusCode()).isEqualTo(200);
            assertThat(own.json(others).at("/meta/total").asInt()).isZero();
            assertThat(new String(others.body(), UTF_8).replace("annatverk", "ingetverk"))
                    .isEqualTo(new String(own.get(list + "?agency=ingetverk").body(), UTF_8));
            assertThat(total(hub.agency("ingetverk"), list)).isZero();
            assertThat(new String(own.get(list).body(), UTF_8)).doesNotContain("annatverk");
            assertThat(total(own, list + "?agency=provverket")).isEqualTo(total(own, list));
            assertThat(hub.client().get(list).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aQueryThatCannotBeUsedIsToldWhy() {
        HttpResponse<byte[]> answer = operator.get(SERVICES + "?reason=ugly&limit=101&colour=red");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(operator.json(answer).path("errors").valueStream().map(each -> each.path("pointer")
                        .asString()))
                .containsExactlyInAnyOrder("/query/reason", "/query/limit", "/query/colour");
        assertThat(operator.get(AGENCIES + "?reason=noContact").statusCode()).isEqualTo(400);
    }

    private static int total(HubClient client, String path) {
        return client.json(path).at("/meta/total").asInt();
    }

    private static List<String> names(JsonNode list) {
        return list.path("services")
                .valueStream()
                .map(service -> service.at("/name/sv").asString())
                .toList();
    }

    private static List<String> codes(JsonNode scored) {
        return scored.path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }
}
