package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

@ExtendWith(FederatedHub.class)
class FederatedCatalogueTest {

    @ParameterizedTest
    @CsvSource({"skatteverket, 10", "bolagsverket, 8", "forsakringskassan, 8", "skelleftea, 10", "tillvaxtverket, 8"})
    void listsEveryServiceOfEveryAgency(String agency, int atLeast, HubClient hub) {
        JsonNode page = hub.json("/catalog/v1/services?limit=100&agency=" + agency);

        assertThat(page.at("/meta/total").asInt()).isGreaterThanOrEqualTo(atLeast);
        assertThat(page.path("services").valueStream())
                .hasSizeGreaterThanOrEqualTo(atLeast)
                .allSatisfy(service -> {
                    assertThat(service.path("id").asString()).startsWith(agency + "-");
                    assertThat(service.path("name").asString()).isNotBlank();
                    assertThat(service.at("/agency/id").asString()).isEqualTo(agency);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "skatteverket, Ansökan om godkännande för F-skatt",
        "bolagsverket, Registrera aktiebolag",
        "forsakringskassan, Vab – tillfällig föräldrapenning",
        "skelleftea, Ansök om bygglov"
    })
    void joinsWhatDifferentFeedsSayOfOneService(String agency, String name, HubClient hub) {
        JsonNode service = hub.serviceNamed(name);

        assertThat(service.path("description").asString()).isNotBlank();
        assertThat(service.path("processingTimes")).isNotEmpty();
        assertThat(service.path("commitments")).isNotEmpty();
        assertThat(sourceByGroup(service))
                .containsEntry("description", agency + "/services")
                .containsEntry("processingTimes", agency + "/processingTimes")
                .containsEntry("commitments", agency + "/commitments");
        assertThat(service.path("sourceStatus").valueStream().map(source -> source.path("id")
                        .asString()))
                .contains(agency + "/services", agency + "/processingTimes", agency + "/commitments");
    }

    @Test
    void aProcessingTimeSaysWhatItMeasuresAndHow(HubClient hub) {
        JsonNode times = hub.serviceNamed("Ansökan om godkännande för F-skatt").path("processingTimes");

        assertThat(times.valueStream()).allSatisfy(time -> {
            assertThat(time.path("kind").asString()).isEqualTo("observed");
            assertThat(time.path("startEvent").asString()).isNotBlank();
            assertThat(time.path("endEvent").asString()).isNotBlank();
            assertThat(time.path("unit").asString()).isEqualTo("workingDays");
            assertThat(time.path("asOf").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
        });
        assertThat(times.valueStream().map(time -> time.path("statistic").asString()))
                .contains("median", "p80");
    }

    @Test
    void aCommitmentNeverClaimsAnOutcomeNobodyMeasured(HubClient hub) {
        JsonNode commitments = hub.serviceNamed("Registrera aktiebolag").path("commitments");

        assertThat(commitments.valueStream()).isNotEmpty().allSatisfy(commitment -> {
            assertThat(commitment.at("/outcome/status").asString()).isIn("kept", "missed", "notMeasured");
            assertThat(commitment.at("/outcome/reason").asString()).isNotBlank();
        });
    }

    @Test
    void holdsCommitmentsAgainstObservedTimes(HubClient hub) {
        JsonNode idCard = outcome(hub, "SKV-IDKORT", "AT-06");
        assertThat(idCard.path("status").asString()).isEqualTo("kept");
        assertThat(idCard.path("reasonCode").asString()).isEqualTo("comparedWhateverConditions");
        assertThat(idCard.path("basis").asString()).isEqualTo("computed");
        assertThat(idCard.at("/computed/observation/value").asInt()).isEqualTo(14);
        assertThat(idCard.at("/computed/observation/periodTo").asString()).isEqualTo("2026-09-30");

        assertThat(outcome(hub, "SKV-FSKATT", "AT-02").path("status").asString())
                .isEqualTo("missed");
        assertThat(outcome(hub, "SKV-MOMSREG", "AT-03").path("reasonCode").asString())
                .isEqualTo("noTarget");
        assertThat(outcome(hub, "SKV-FLYTT", "AT-01").path("reasonCode").asString())
                .isEqualTo("otherCaseType");
    }

    @Test
    void tellsWhatTheAgencyReportsBesideWhatIsComputed(HubClient hub) {
        ServiceId id = ServiceId.of(new ServiceKey(new AgencyId("arbetsformedlingen"), "AF-INSKRIV"));
        JsonNode reported = hub.json("/catalog/v1/services/" + id)
                .path("commitments")
                .valueStream()
                .map(commitment -> commitment.path("outcome"))
                .filter(outcome -> outcome.path("basis").asString().equals("reported"))
                .findFirst()
                .orElseThrow();

        assertThat(reported.path("status").asString()).isEqualTo("missed");
        assertThat(reported.at("/reported/reason").asString()).contains("79 procent");
        assertThat(reported.at("/computed/status").asString()).isEqualTo("notMeasured");
        assertThat(reported.at("/computed/reasonCode").asString()).isNotBlank();
    }

    private static JsonNode outcome(HubClient hub, String service, String commitment) {
        ServiceId id = ServiceId.of(new ServiceKey(new AgencyId("skatteverket"), service));
        return hub.json("/catalog/v1/services/" + id)
                .path("commitments")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(commitment))
                .findFirst()
                .orElseThrow()
                .path("outcome");
    }

    @Test
    void theCompetentAuthorityWinsOverAnAggregator(HubClient hub) {
        JsonNode service = hub.serviceNamed("Registrera aktiebolag");

        JsonNode description = service.path("provenance")
                .valueStream()
                .filter(entry -> entry.path("group").asString().equals("description"))
                .findFirst()
                .orElseThrow();
        assertThat(description.path("competentAuthority").asBoolean()).isTrue();
        assertThat(description.path("overruled").valueStream().map(JsonNode::asString))
                .containsExactly("tillvaxtverket/services");
        assertThat(hub.find("Starta aktiebolag").map(found -> found.path("name").asString()))
                .doesNotContain("Starta aktiebolag");
    }

    @ParameterizedTest
    @CsvSource({
        "flytta, Flyttanmälan inom Sverige",
        "registrerade arbetsgivare, Registrering som arbetsgivare",
        "byggloven, Ansök om bygglov",
        "aktiebolagets, Registrera aktiebolag",
        "sjukt barn, Vab – tillfällig föräldrapenning"
    })
    void findsByTheStemsOfSwedishWords(String words, String name, HubClient hub) {
        assertThat(hub.find(words).map(service -> service.path("name").asString()))
                .contains(name);
    }

    @Test
    void showsHowEveryFeedStands(HubUnderTest hub) {
        List<JsonNode> sources = hub.client()
                .json("/catalog/v1/sources")
                .path("sources")
                .valueStream()
                .filter(source -> !source.path("live").asBoolean())
                .toList();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(15).allSatisfy(source -> {
            assertThat(source.path("status").asString()).isEqualTo("fromSource");
            assertThat(source.path("lastSuccess").asString()).endsWith("Z");
            assertThat(source.path("records").asInt()).isPositive();
        });
        assertThat(hub.stubs().unmatched()).isEmpty();
    }

    @Test
    void answersInEnglishWhereThereIsEnglish(HubClient hub) {
        String id = hub.idOf("Flyttanmälan inom Sverige");

        JsonNode service = hub.json("/catalog/v1/services/" + id, "Accept-Language", "en-GB, sv;q=0.5");

        assertThat(service.path("name").asString()).isEqualTo("Notify a change of address within Sweden");
        assertThat(service.at("/textLanguage/name").asString()).isEqualTo("en");
        assertThat(service.path("availableLanguages").valueStream().map(JsonNode::asString))
                .contains("en", "sv");
    }

    @Test
    void tellsOfWhichNationalConceptAServiceIsAnInstance(HubClient hub) {
        assertThat(hub.json("/catalog/v1/services/" + hub.idOf("Bygglov i Järfälla"))
                        .path("concept")
                        .asString())
                .isEqualTo("nb-bygglov");
    }

    @Test
    void fallsBackToSwedishAndSaysSo(HubClient hub) {
        String id = hub.idOf("Flyttanmälan inom Sverige");

        JsonNode service = hub.json("/catalog/v1/services/" + id + "?language=fi");

        assertThat(service.path("name").asString()).isEqualTo("Flyttanmälan inom Sverige");
        assertThat(service.at("/textLanguage/name").asString()).isEqualTo("sv");
    }

    @Test
    void holdsFinlandsNationalCatalogueInPlainText(HubClient hub) {
        assumeThat(FederatedHub.NATIONAL_CATALOGUE)
                .as("Finland's national catalogue is not on this machine; its harvest is not tested")
                .matches(Files::isRegularFile);

        int swedish = 0;
        for (int offset = 0; offset < 500; offset += 100) {
            JsonNode page = hub.json("/catalog/v1/services?agency=dvv&limit=100&offset=" + offset);
            swedish += (int) page.path("services")
                    .valueStream()
                    .filter(service ->
                            service.at("/textLanguage/name").asString().equals("sv"))
                    .count();
        }

        assertThat(swedish).isGreaterThanOrEqualTo(337);
        assertThat(hub.find("barnrådgivning")).isNotEmpty();
        String id = hub.json("/catalog/v1/services?agency=dvv&limit=1")
                .at("/services/0/id")
                .asString();
        assertThat(hub.json("/catalog/v1/services/" + id).path("description").asString())
                .isNotBlank()
                .doesNotContain("entityMap", "\"blocks\"");
    }

    private static Map<String, String> sourceByGroup(JsonNode service) {
        return service.path("provenance")
                .valueStream()
                .collect(Collectors.toMap(
                        entry -> entry.path("group").asString(),
                        entry -> entry.path("source").asString(),
                        (first, second) -> first));
    }
}
