package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.model.OrganisationNumber;

class OrganisationNumberTest {

    /** Skatteverket, Tullverket, Länsstyrelsen i Skåne, Helsingborg, Svenska kyrkan. */
    @ParameterizedTest
    @ValueSource(strings = {"202100-5448", "202100-0969", "202100-2353", "212000-1157", "252002-6135"})
    void takesTheNumbersOfOrganisations(String number) {
        assertThat(new OrganisationNumber(number)).hasToString(number);
    }

    @ParameterizedTest
    @CsvSource({
        "202100-5449, check digit",
        "201200-5448, third digit",
        "2021005448, NNNNNN-NNNN",
        "16202100-5448, NNNNNN-NNNN",
        "191212-1212, third digit",
        "'', NNNNNN-NNNN"
    })
    void refusesWhatIsMistypedOrNoOrganisations(String number, String told) {
        assertThatThrownBy(() -> new OrganisationNumber(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }
}
