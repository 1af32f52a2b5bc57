package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.ServiceDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InheritanceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ServiceDescription BARE =
            Samples.description(LocalizedText.swedish("Bygglov i Järfälla"), null, Map.of());

    /** What a description says of every field that there is. */
    private static final ServiceDescription FULL = JSON.readValue("""
            {"name": {"sv": "Bygglov"}, "summary": {"sv": "Lov"}, "description": {"sv": "Text"},
             "keywords": {"sv": ["bygga"]}, "audiences": ["business"], "exerciseOfAuthority": true,
             "requirements": [{"sv": "Krav"}], "evidence": [{"name": {"sv": "Ritning"}}],
             "outputs": [{"name": {"sv": "Beslut"}}], "costs": [{"amount": 5, "currency": "SEK"}],
             "legalResources": [{"name": {"sv": "Lag"}}], "themes": ["buildingPermits"],
             "lifeEvents": ["buildingAHome"], "businessEvents": ["expanding"], "coverage": {"country": "SE"},
             "offered": {"state": "yes"}, "concept": "nb-bygglov", "homepage": "https://boverket.example",
             "checkedOn": "2026-10-12", "eligibility": [{"sv": "Alla"}], "deliveredBy": ["skelleftea"],
             "relatedServices": [{"relation": "before", "service": {"authority": "boverket", "code": "B"}}],
             "languages": ["sv"], "sectors": ["41.20"]}
            """, ServiceDescription.class);

    @Test
    void inheritsEveryFieldButThoseThatSpeakOfTheOneServiceAlone() {
        Set<String> inherited = Arrays.stream(ServiceDescription.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !Inheritance.OWN.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        Inheritance filled = Inheritance.of(BARE, FULL);

        assertThat(filled.fields())
                .as("The sample must fill every field, so that a new one is decided upon")
                .containsExactlyElementsOf(inherited);
        JsonNode own = JSON.valueToTree(BARE);
        JsonNode concept = JSON.valueToTree(FULL);
        JsonNode result = JSON.valueToTree(filled.description());
        for (RecordComponent component : ServiceDescription.class.getRecordComponents()) {
            String name = component.getName();
            assertThat(result.get(name)).as(name).isEqualTo((inherited.contains(name) ? concept : own).get(name));
        }
    }

    @Test
    void namesOnlyFieldsThereAreAsTheServicesOwn() {
        assertThat(Arrays.stream(ServiceDescription.class.getRecordComponents()).map(RecordComponent::getName))
                .containsAll(Inheritance.OWN);
    }

    @Test
    void keepsWhatTheServiceSaysItself() {
        Inheritance filled = Inheritance.of(FULL, BARE);

        assertThat(filled.fields()).isEmpty();
        assertThat(filled.description()).isEqualTo(FULL);
    }

    @Test
    void givesNoServiceTheCoverageOrOfferOfItsConcept() {
        ServiceDescription filled = Inheritance.of(BARE, FULL).description();

        assertThat(filled.coverage()).isNull();
        assertThat(filled.offered()).isEqualTo(Offer.UNKNOWN);
        assertThat(filled.homepage()).isNull();
    }

    @Test
    void tellsTheFieldsThatAreSaidOtherwise() {
        ServiceDescription other =
                Samples.description(LocalizedText.swedish("Lov"), LocalizedText.swedish("Annan text"), Map.of());

        assertThat(Inheritance.differences(other, FULL))
                .containsExactly("/description/description", "/description/name");
        assertThat(Inheritance.differences(BARE, BARE)).isEmpty();
    }
}
