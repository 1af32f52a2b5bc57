package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.model.Accessibility;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.Cost;
import se.tjanstenav.catalog.model.Evidence;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Output;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.ServiceDescription;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of a service can be read again, whichever version of the model wrote it. */
class ServiceDescriptionTest {

    private static final String WHOLE = """
            {"name": {"sv": "Bygglov"}, "concept": "nb-bygglov",
             "eligibility": [{"sv": "Den som ska bygga"}],
             "deliveredBy": ["jarfalla", "boverket"],
             "relatedServices": [{"relation": "requires", "name": {"sv": "Nybyggnadskarta"},
                                  "service": {"authority": "jarfalla", "code": "JAR-3"}}],
             "languages": ["sv", "en"], "sectors": ["41.20"],
             "evidence": [{"name": {"sv": "Ritning"}, "description": {"sv": "Skala 1:100"}, "type": "drawing",
                           "page": "https://boverket.example/ritning", "languages": ["sv"]}],
             "outputs": [{"name": {"sv": "Beslut"}, "description": {"sv": "Gäller fem år"}, "type": "permit",
                          "languages": ["sv"]}],
             "costs": [{"amount": 12000, "currency": "SEK", "channel": "eService"}]}
            """;

    private final JsonMapper mapper = JsonMapper.shared();

    @Test
    void readsWhatWasStoredBeforeThereWereConcepts() {
        ServiceDescription old = read("{\"name\": {\"sv\": \"Bygglov\"}, \"themes\": [\"buildingPermits\"]}");

        assertThat(old.concept()).isNull();
        assertThat(old.name().in("sv")).contains("Bygglov");
    }

    @Test
    void readsWhatWasStoredBeforeEvidenceAndOutputsWereMoreThanNames() {
        ServiceDescription old = read("""
                {"name": {"sv": "Bygglov"}, "evidence": [{"name": {"sv": "Ritning"}}],
                 "outputs": [{"sv": "Beslut", "en": "Decision"}],
                 "costs": [{"amount": 12000, "currency": "SEK"}]}
                """);

        assertThat(old.outputs())
                .containsExactly(Output.named(new LocalizedText(Map.of("sv", "Beslut", "en", "Decision"))));
        assertThat(old.evidence())
                .containsExactly(new Evidence(LocalizedText.swedish("Ritning"), null, null, null, null));
        assertThat(old.costs()).extracting(Cost::channel).containsOnlyNulls();
        assertThat(old.eligibility()).isEmpty();
        assertThat(old.deliveredBy()).isEmpty();
        assertThat(old.relatedServices()).isEmpty();
        assertThat(old.languages()).isEmpty();
        assertThat(old.sectors()).isEmpty();
    }

    @Test
    void readsAChannelThatWasStoredBeforeAccessibility() {
        Channel old = mapper.readValue("{\"type\": \"phone\", \"phone\": \"0771-567 567\"}", Channel.class);

        assertThat(old.accessibility()).isNull();
        assertThat(old.description()).isNull();
        assertThat(old.ownedBy()).isNull();
        assertThat(old.restriction()).isNull();
    }

    @Test
    void keepsAllThatIsStored() {
        ServiceDescription described = read(WHOLE);
        ServiceDescription stored = read(mapper.writeValueAsString(described));

        assertThat(stored).isEqualTo(described);
        assertThat(stored.concept()).isEqualTo("nb-bygglov");
        assertThat(stored.deliveredBy()).containsExactly(new AgencyId("boverket"), new AgencyId("jarfalla"));
        assertThat(stored.relatedServices())
                .extracting(RelatedService::relation)
                .containsExactly(RelatedService.Relation.REQUIRES);
        assertThat(stored.outputs()).extracting(Output::type).containsExactly("permit");
    }

    @Test
    void writesAnOutputThatIsOnlyANameAsItAlwaysDid() {
        assertThat(mapper.writeValueAsString(List.of(Output.named(LocalizedText.swedish("Beslut")))))
                .isEqualTo("[{\"sv\":\"Beslut\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": {\"sv\": \"A\"}, \"deliveredBy\": [\"Inte ett id\"]}",
                "{\"name\": {\"sv\": \"A\"}, \"outputs\": [{}]}",
                "{\"name\": {\"sv\": \"A\"}, \"outputs\": [{\"sv\": \"  \"}]}",
                "{\"name\": {\"sv\": \"A\"}, \"evidence\": [{\"name\": {\"sv\": \"B\"}, \"page\": \"javascript:alert(1)\"}]}"
            })
    void refusesWhatIsNoneOfItsForms(String json) {
        assertThatThrownBy(() -> read(json)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAccessibilityThatSaysNothing() {
        assertThatThrownBy(() -> new Accessibility(Set.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("feature, a description or a statement");
    }

    private ServiceDescription read(String json) {
        return mapper.readValue(json, ServiceDescription.class);
    }
}
