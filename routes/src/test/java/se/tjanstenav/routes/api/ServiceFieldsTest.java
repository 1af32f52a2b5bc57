package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

/** The fields that few agencies fill in, from those that do, and an agency that hub and figures contradict. */
@ExtendWith(FederatedHub.class)
class ServiceFieldsTest {

    @Test
    void tellsWhoMayHaveItWhoDeliversItAndWhatComesFirst(HubClient hub) {
        JsonNode support = hub.json(path("tillvaxtverket", "TVV-KORTTID"));

        assertThat(support.at("/eligibility/0/text").asString()).contains("inte myndigheter");
        assertThat(support.at("/deliveredBy/0").asString()).isEqualTo("skatteverket");
        assertThat(support.at("/languages/0").asString()).isEqualTo("sv");
        assertThat(support.at("/outputs/0/text").asString()).isEqualTo("Beslut om godkännande");
        JsonNode required = support.at("/relatedServices/0");
        assertThat(required.path("relation").asString()).isEqualTo("requires");
        assertThat(hub.json(required.at("/link/href").asString()).path("name").asString())
                .isEqualTo("Registrering som arbetsgivare");
    }

    @Test
    void tellsTradesAndWhatComesAfter(HubClient hub) {
        assertThat(hub.json(path("tillvaxtverket", "TVV-REGIONALT"))
                        .path("sectors")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("10", "31", "55");
        assertThat(hub.json(path("tillvaxtverket", "TVV-STARTGUIDE"))
                        .path("relatedServices")
                        .valueStream()
                        .map(related -> related.path("relation").asString()))
                .containsExactly("after", "after");
    }

    @Test
    void tellsHowAChannelCanBeUsedAndWhoRunsIt(HubClient hub) {
        JsonNode channels = hub.json(path("tillvaxtverket", "TVV-KORTTID")).path("channels");
        JsonNode phone = channels.valueStream()
                .filter(channel -> channel.path("type").asString().equals("phone"))
                .findFirst()
                .orElseThrow();
        assertThat(phone.path("restriction").asString()).isEqualTo("Stängt på helgdagar.");
        assertThat(phone.path("languages")).hasSize(2);
        assertThat(phone.at("/accessibility/features").toString()).contains("textTelephone");

        JsonNode visit = hub.json(path("skatteverket", "SKV-IDKORT")).at("/channels/0");
        assertThat(visit.path("ownedBy").asString()).isEqualTo("statens-servicecenter");
    }

    /** PRV says that it kept what its own figures of all applications say it missed. */
    @Test
    void showsBothWhereTheAgencysReportAndItsFiguresDisagree(HubClient hub) {
        JsonNode outcome = hub.json(path("prv", "PRV-TRADEMARK")).at("/commitments/0/outcome");

        assertThat(outcome.path("disagreement").asBoolean()).isTrue();
        assertThat(outcome.path("status").asString()).isEqualTo("missed");
        assertThat(outcome.path("basis").asString()).isEqualTo("computed");
        assertThat(outcome.at("/reported/status").asString()).isEqualTo("kept");
        assertThat(outcome.at("/computed/status").asString()).isEqualTo("missed");
        assertThat(outcome.at("/computed/reasonCode").asString()).isEqualTo("comparedWhateverConditions");
        assertThat(outcome.at("/computed/observation/value").decimalValue()).isEqualByComparingTo("3.5");
    }

    private static String path(String agency, String code) {
        return "/catalog/v1/services/" + ServiceId.of(new ServiceKey(new AgencyId(agency), code));
    }
}
