package se.tjanstenav.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.model.ServiceKey;

/** What applies where, and which of several is the nearest. */
class ScopeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SE, -, 0123, 0123, MUNICIPALITY",
                "SE, 01, 0123, 0123, MUNICIPALITY",
                "SE, 01, -, 0123, COUNTY",
                "SE, -, -, 0123, NATIONAL",
                "SE, -, 0180, 0123, ELSEWHERE",
                "SE, 01, 0180, 0123, ELSEWHERE",
                "SE, 12, -, 0123, ELSEWHERE",
                "FI, -, -, 0123, ELSEWHERE",
                "SE, -, 0123, -, MUNICIPALITY",
                "SE, 01, -, -, COUNTY"
            })
    void tellsHowNearAServiceIs(
            String country,
            @Nullable String county,
            @Nullable String municipality,
            @Nullable String asked,
            Scope scope) {
        assertThat(Scope.of(coverage(country, county, municipality), asked)).isEqualTo(scope);
    }

    @Test
    void doesNotKnowWhereWhatTellsNoCoverageApplies() {
        assertThat(Scope.of(null, "0123")).isEqualTo(Scope.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0180, 0180, MUNICIPALITY",
                "0180, 0123, COUNTY",
                "0180, 1480, ELSEWHERE",
                "-, 0180, -",
                "0180, -, -"
            })
    void tellsHowNearAnOfficeIs(@Nullable String place, @Nullable String asked, @Nullable Scope scope) {
        assertThat(Scope.ofPlace(place, asked)).isEqualTo(scope);
    }

    @Test
    void putsTheLocalInstanceWhereTheFirstOfItsConceptCame() {
        Service other = service("tax", null, coverage("SE", null, null));
        Service national = service("guidance", "nb-bygglov", coverage("SE", null, null));
        Service local = service("local", "nb-bygglov", coverage("SE", null, "0123"));

        assertThat(Scope.nearestFirst(List.of(other, national, local), "0123")).containsExactly(other, local, national);
        assertThat(Scope.nearestFirst(List.of(national, other, local), "0123")).containsExactly(local, other, national);
        assertThat(Scope.nearestFirst(List.of(national, local), "2482")).containsExactly(national, local);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0114", "0180", "0580", "1283", "1480", "2482", "2584"})
    void takesCodesOfMunicipalities(String code) {
        assertThat(Areas.isMunicipality(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "114", "0214", "1180", "1580", "2680", "9999", "01234", "O180", "018O"})
    void takesNothingElseForOne(String code) {
        assertThat(Areas.isMunicipality(code)).isFalse();
    }

    private static Coverage coverage(String country, @Nullable String county, @Nullable String municipality) {
        return new Coverage(
                country,
                county == null ? List.of() : List.of(county),
                municipality == null ? List.of() : List.of(municipality));
    }

    private static Service service(String code, @Nullable String concept, Coverage coverage) {
        ServiceKey key = new ServiceKey(new AgencyId("agency"), code);
        ServiceDescription description = new ServiceDescription(
                LocalizedText.swedish(code),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                coverage,
                Offer.UNKNOWN,
                concept,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return new Service(
                ServiceId.of(key), key, description, List.of(), List.of(), List.of(), List.of(), Instant.EPOCH);
    }
}
