package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** Who answers for what, as a portal shows it. */
@ExtendWith(FederatedHub.class)
class AgencyPagesTest {

    private static final String AGENCIES = "/catalog/v1/agencies";

    @Test
    void listsEveryAgencyInOrderOfName(HubClient hub) {
        JsonNode list = hub.json(AGENCIES + "?limit=100");

        List<String> names = texts(list.path("agencies"), "name");
        assertThat(names).contains("Järfälla kommun", "Jordbruksverket", "Skatteverket", "Länsstyrelsen Skåne");
        assertThat(names.indexOf("Jordbruksverket")).isGreaterThan(names.indexOf("Helsingborgs stad"));
        assertThat(names.indexOf("Järfälla kommun")).isGreaterThan(names.indexOf("Jordbruksverket"));
        assertThat(list.path("agencies")).hasSize(list.at("/meta/total").asInt());
        JsonNode second =
                hub.json(hub.json(AGENCIES + "?limit=3").at("/links/next/href").asString());
        assertThat(texts(second.path("agencies"), "name")).isEqualTo(names.subList(3, 6));
    }

    @Test
    void tellsWhoAnAgencyIsAndHowMuchOfItThereIs(HubClient hub) {
        JsonNode agency = hub.json(AGENCIES + "/jarfalla?language=en");

        assertThat(agency.path("name").asString()).isEqualTo("Järfälla Municipality");
        assertThat(agency.path("organisationNumber").asString()).isEqualTo("212000-0043");
        assertThat(agency.path("kind").asString()).isEqualTo("municipality");
        assertThat(agency.path("homepage").asString()).isEqualTo("https://www.jarfalla.example");
        int services = agency.path("services").asInt();
        assertThat(services).isPositive();
        assertThat(hub.json(agency.at("/links/services/href").asString())
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(services);
    }

    @Test
    void showsHowFreshTheAgencysOwnSourcesAre(HubClient hub) {
        JsonNode sources = hub.json(AGENCIES + "/polismyndigheten").path("sources");

        assertThat(texts(sources, "id"))
                .containsExactly(
                        "polismyndigheten/commitments",
                        "polismyndigheten/processingTimes",
                        "polismyndigheten/queue",
                        "polismyndigheten/services");
        assertThat(sources.get(3).path("status").asString()).isEqualTo("fromSource");
    }

    @Test
    void answersUnchangedToWhoHasItAndKnowsNoOthers(HubClient hub) {
        HttpResponse<byte[]> first = hub.get(AGENCIES + "/skatteverket");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(hub.get(AGENCIES + "/skatteverket", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        HttpResponse<byte[]> unknown = hub.get(AGENCIES + "/livsmedelsverket");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(hub.json(unknown).path("type").asString()).isEqualTo("urn:tjanstenav:problem:unknown-agency");
        assertThat(hub.get(AGENCIES + "/Skatteverket").statusCode()).isEqualTo(404);
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asString()).toList();
    }
}
