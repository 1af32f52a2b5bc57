package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv                          | sv",
                "en-GB,en;q=0.9,sv;q=0.8     | en,sv",
                "sv;q=0.2, fi                | fi,sv",
                "de, en;q=0                  | sv",
                "se, sma;q=0.9, fit;q=0.8, sv;q=0.7 | se,sma,fit",
                "*                           | sv"
            })
    void prefersWhatTheHeaderPrefersAmongWhatThereCanBe(String header, String expected) {
        assertThat(Languages.of(Optional.empty(), header).variant()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;;", "q=1", "sv;q=high", "!!!", "\u0000", "a,b,c,d,e,f,g"})
    void aHeaderThatCannotBeReadCountsAsNone(String header) {
        assertThat(Languages.of(Optional.empty(), header).variant()).isEqualTo("sv");
    }

    @Test
    void theParameterWinsOverTheHeader() {
        assertThat(Languages.of(Optional.of("fi"), "en, sv").variant()).isEqualTo("fi,en,sv");
    }
}
