package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** What the stub agencies say of each other's services, as a portal meets it. */
@ExtendWith(FederatedHub.class)
class MergedServicesTest {

    private static final ServiceId ALIAS = ServiceId.of(new ServiceKey(new AgencyId("tillvaxtverket"), "TVV-ARBGIV"));

    @Test
    void fillsInAnInstanceFromItsNationalConceptAndSaysSo(HubClient hub) {
        JsonNode service = hub.serviceNamed("Bygglov i Järfälla");

        assertThat(service.path("requirements")).isNotEmpty();
        assertThat(service.path("evidence").toString()).contains("Situationsplan");
        JsonNode inherited = service.path("provenance")
                .valueStream()
                .filter(entry -> !entry.path("inherited").isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(inherited.path("source").asString()).isEqualTo("boverket/services");
        assertThat(inherited.path("competentAuthority").asBoolean()).isFalse();
        assertThat(texts(inherited.path("inherited")))
                .contains("requirements", "evidence", "legalResources", "outputs")
                .doesNotContain("costs", "summary", "coverage", "homepage");
        assertThat(texts(service.path("sourceStatus"), "id")).contains("boverket/services", "jarfalla/services");
    }

    @Test
    void leavesTheConceptItselfAsItIs(HubClient hub) {
        JsonNode service = hub.serviceNamed("Bygglov");

        assertThat(service.at("/agency/id").asString()).isEqualTo("boverket");
        assertThat(service.path("provenance").valueStream())
                .allMatch(entry -> entry.path("inherited").isEmpty());
    }

    @Test
    void showsAnAggregatorsServiceAsTheAuthoritysAndLeadsThere(HubClient hub) {
        JsonNode service = hub.serviceNamed("Registrering som arbetsgivare");

        JsonNode conflict = service.at("/provenance/0/conflicts/0");
        assertThat(conflict.path("source").asString()).isEqualTo("tillvaxtverket/services");
        assertThat(conflict.path("agency").asString()).isEqualTo("tillvaxtverket");
        assertThat(conflict.path("reason").asString()).isEqualTo("competentAuthority");
        assertThat(texts(conflict.path("fields"))).contains("/description/name", "/description/description");
        assertThat(hub.find("Registrera dig som arbetsgivare")
                        .map(found -> found.path("name").asString()))
                .doesNotContain("Registrera dig som arbetsgivare");

        HttpResponse<byte[]> moved = hub.get("/catalog/v1/services/" + ALIAS + "?language=en");
        assertThat(moved.statusCode()).isEqualTo(307);
        URI location = URI.create(moved.headers().firstValue("Location").orElseThrow());
        assertThat(location.getPath())
                .endsWith("/services/" + service.path("id").asString());
        assertThat(hub.json(location.getPath() + "?" + location.getQuery())
                        .path("name")
                        .asString())
                .isEqualTo("Registration as an employer");
    }

    @Test
    void tellsWaitingTimesByTheIdThatWasGivenUpToo(HubClient hub) {
        JsonNode times = hub.json("/catalog/v1/services/" + ALIAS + "/waiting-times");

        assertThat(times.at("/links/service/href").asString())
                .endsWith("/services/" + hub.idOf("Registrering som arbetsgivare"));
    }

    @Test
    void stillKnowsNothingOfServicesThereAreNot(HubClient hub) {
        assertThat(hub.get("/catalog/v1/services/tillvaxtverket-aaaaaaaaaaaaa").statusCode())
                .isEqualTo(404);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(entry -> entry.path(field).asString()).toList();
    }
}
