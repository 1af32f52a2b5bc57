package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Cost;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Output;
import se.tjanstenav.catalog.model.RelatedService;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.mapping.RecordFault.Code;

class ContributionsTest {

    private static final Map<String, Object> NAMED = Map.of("name", Map.of("sv", "Tjänst"));

    private final Contributions contributions = new Contributions(new AgencyId("own"), Set.of(new AgencyId("other")));

    @Test
    void answersForItsOwnAgencyUnlessTheMappingNamesAnother() {
        assertThat(contributions
                        .of("1", Map.of("code", "A", "description", NAMED))
                        .service()
                        .authority())
                .isEqualTo(new AgencyId("own"));
        assertThat(contributions
                        .of("1", Map.of("code", "A", "authority", "other", "description", NAMED))
                        .service()
                        .authority())
                .isEqualTo(new AgencyId("other"));
    }

    @Test
    void refusesAnAuthorityItMayNotSpeakFor() {
        assertFault(Map.of("code", "A", "authority", "third", "description", NAMED), Code.FOREIGN_AUTHORITY, "third");
    }

    @Test
    void dropsNullsBlanksAndWhatBecomesEmpty() {
        Map<String, Object> summary = new HashMap<>();
        summary.put("sv", null);
        summary.put("en", "  ");
        Contribution contribution = contributions.of(
                "1",
                Map.of(
                        "code",
                        "A",
                        "description",
                        Map.of("name", Map.of("sv", "Tjänst"), "summary", summary, "requirements", List.of(summary))));
        ServiceDescription description = Objects.requireNonNull(contribution.description());
        assertThat(description.summary()).isNull();
        assertThat(description.requirements()).isEmpty();
        assertThat(description.name()).isEqualTo(LocalizedText.swedish("Tjänst"));
    }

    @Test
    void listsEveryFaultWithItsPointer() {
        Map<String, Object> result = Map.of(
                "description", Map.of("summary", Map.of("sv", "Text"), "audience", List.of("x")),
                "channels", List.of(Map.of("type", "pigeon")));
        assertThatThrownBy(() -> contributions.of("1", result)).isInstanceOfSatisfying(RecordFault.class, e -> {
            assertThat(e.code()).isEqualTo(Code.INVALID_CONTRIBUTION);
            assertThat(e.detail())
                    .contains("/code: 'code' is missing")
                    .contains("/description/name: 'name' is missing")
                    .contains("/description/audience: 'audience' is not a keyword here. Did you mean 'audiences'?")
                    .contains("/channels/0/type")
                    .contains("eService");
            assertThat(e.parts())
                    .extracting(RecordFault.Part::pointer)
                    .containsExactlyInAnyOrder(
                            "/code", "/description/name", "/description/audience", "/channels/0/type");
            assertThat(e.parts()).allSatisfy(part -> assertThat(part.detail()).doesNotContain("/"));
        });
    }

    @Test
    void tellsWhatOnlyTheModelKnows() {
        Map<String, Object> time = Map.of(
                "kind",
                "observed",
                "startEvent",
                "a",
                "endEvent",
                "b",
                "statistic",
                "interval",
                "value",
                4,
                "upTo",
                2,
                "unit",
                "days");
        assertFault(
                Map.of("code", "A", "processingTimes", List.of(time)),
                Code.INVALID_CONTRIBUTION,
                "end before it starts");
    }

    @Test
    void readsEveryFieldOfTheModel() {
        Map<String, Object> name = Map.of("sv", "Text");
        Map<String, Object> described = Map.of(
                "name", name,
                "eligibility", List.of(name),
                "deliveredBy", List.of("third"),
                "languages", List.of("sv", "en"),
                "sectors", List.of("56.11", "I"),
                "evidence", List.of(Map.of("name", name, "description", name, "page", "https://a.example/b")),
                "outputs", List.of(name, Map.of("name", name, "type", "permit")),
                "costs", List.of(Map.of("amount", 1, "currency", "SEK", "channel", "letter")));
        Map<String, Object> channel = Map.of(
                "type",
                "visit",
                "description",
                name,
                "accessibility",
                Map.of("features", List.of("inductionLoop", "wheelchairAccess"), "description", name),
                "ownedBy",
                "third",
                "municipality",
                "0180",
                "restriction",
                name);

        Contribution contribution =
                contributions.of("1", Map.of("code", "A", "description", described, "channels", List.of(channel)));

        ServiceDescription description = Objects.requireNonNull(contribution.description());
        assertThat(description.eligibility()).hasSize(1);
        assertThat(description.deliveredBy()).containsExactly(new AgencyId("third"));
        assertThat(description.sectors()).containsExactly("56.11", "I");
        assertThat(description.outputs()).extracting(Output::type).containsExactly(null, "permit");
        assertThat(description.costs()).extracting(Cost::channel).containsExactly(ChannelType.LETTER);
        assertThat(contribution.channels()).singleElement().satisfies(each -> {
            assertThat(each.ownedBy()).isEqualTo(new AgencyId("third"));
            assertThat(each.municipality()).isEqualTo("0180");
            assertThat(Objects.requireNonNull(each.accessibility()).features()).hasSize(2);
        });
    }

    @Test
    void takesARelatedServiceForTheAuthoritysOwnUnlessAnotherIsNamed() {
        Map<String, Object> own = Map.of("relation", "before", "service", Map.of("code", "B"));
        Map<String, Object> others =
                Map.of("relation", "requires", "service", Map.of("code", "C", "authority", "third"));
        Map<String, Object> described = Map.of("name", Map.of("sv", "Tjänst"), "relatedServices", List.of(own, others));

        Contribution contribution =
                contributions.of("1", Map.of("code", "A", "authority", "other", "description", described));

        assertThat(Objects.requireNonNull(contribution.description()).relatedServices())
                .extracting(RelatedService::service)
                .containsExactly(
                        new ServiceKey(new AgencyId("other"), "B"), new ServiceKey(new AgencyId("third"), "C"));
    }

    @Test
    void readsAJourneyOverAgencyBorders() {
        Map<String, Object> own = Map.of("phase", "before", "service", Map.of("code", "B"));
        Map<String, Object> others =
                Map.of("phase", "during", "service", Map.of("code", "C", "authority", "third"), "optional", true);

        Journey journey = Objects.requireNonNull(contributions
                .of("1", Map.of("code", "A", "journey", journey(List.of(own, others))))
                .journey());

        assertThat(journey.kind()).isEqualTo(Journey.Kind.LIFE_EVENT);
        assertThat(journey.steps())
                .extracting(Journey.Step::service, Journey.Step::optional)
                .containsExactly(
                        tuple(new ServiceKey(new AgencyId("own"), "B"), false),
                        tuple(new ServiceKey(new AgencyId("third"), "C"), true));
    }

    @Test
    void refusesAJourneyBesideAServiceOrInDisorder() {
        Map<String, Object> after = Map.of("phase", "after", "service", Map.of("code", "B"));
        Map<String, Object> before = Map.of("phase", "before", "service", Map.of("code", "C"));

        assertFault(
                Map.of("code", "A", "description", NAMED, "journey", journey(List.of(after))),
                Code.INVALID_CONTRIBUTION,
                "description");
        assertFault(
                Map.of("code", "A", "journey", journey(List.of(after, before))),
                Code.INVALID_CONTRIBUTION,
                "Step 2 comes in an earlier phase");
    }

    private static Map<String, Object> journey(List<Map<String, Object>> steps) {
        return Map.of("kind", "lifeEvent", "event", "movingHome", "name", Map.of("sv", "Flytta"), "steps", steps);
    }

    @ParameterizedTest
    @CsvSource({
        "SE, counties, 11, /description/coverage/counties/0",
        "SE, counties, 26, /description/coverage/counties/0",
        "SE, municipalities, 180, /description/coverage/municipalities/0",
        "SE, municipalities, 1180, /description/coverage/municipalities/0",
        "Sverige, counties, 01, /description/coverage/country"
    })
    void refusesCoverageThatIsNoneOfTheCountrys(String country, String level, String code, String pointer) {
        Map<String, Object> described =
                Map.of("name", Map.of("sv", "Tjänst"), "coverage", Map.of("country", country, level, List.of(code)));

        assertThatThrownBy(() -> contributions.of("1", Map.of("code", "A", "description", described)))
                .isInstanceOfSatisfying(RecordFault.class, e -> assertThat(e.parts())
                        .extracting(RecordFault.Part::pointer)
                        .contains(pointer));
    }

    @ParameterizedTest
    @CsvSource({"SE, counties, 25", "SE, municipalities, 2482", "FI, municipalities, 091"})
    void takesTheCodesOfTheCountry(String country, String level, String code) {
        Map<String, Object> described =
                Map.of("name", Map.of("sv", "Tjänst"), "coverage", Map.of("country", country, level, List.of(code)));

        assertThat(contributions
                        .of("1", Map.of("code", "A", "description", described))
                        .description())
                .isNotNull();
    }

    @Test
    void refusesARecordThatWasNotMapped() {
        assertThatThrownBy(() -> contributions.of("1", null))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_MAPPED));
    }

    @Test
    void refusesARecordWithoutIdentity() {
        assertThatThrownBy(() -> contributions.of(null, Map.of("code", "A", "description", NAMED)))
                .isInstanceOfSatisfying(
                        RecordFault.class, e -> assertThat(e.code()).isEqualTo(Code.MISSING_ID));
    }

    private void assertFault(Map<String, Object> result, Code code, String message) {
        assertThatThrownBy(() -> contributions.of("1", result)).isInstanceOfSatisfying(RecordFault.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.detail()).contains(message);
        });
    }
}
