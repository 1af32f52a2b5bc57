package se.tjanstenav.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ServiceDescription;
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
