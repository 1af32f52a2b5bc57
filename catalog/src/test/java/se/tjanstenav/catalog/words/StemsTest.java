package se.tjanstenav.catalog.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemsTest {

    @ParameterizedTest
    @CsvSource({
        "fordonet,fordon",
        "fordonets,fordon",
        "firman,firm",
        "firmans,firm",
        "ansökan,ansök",
        "frihet,frihet",
        "frihets,frihets",
        "bygget,bygg",
        "året,året",
        "2500et,2500et",
        "åäöan,åäö",
        "eten,eten",
        "et,et",
        "s,s"
    })
    void cutsDefiniteEndingsOff(String word, String left) {
        assertThat(word.substring(0, Stems.indefinite(word.toCharArray(), word.length())))
                .isEqualTo(left);
    }

    /** OpenSearch is given the pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"et", "ets", "an", "ans", "het", "hets", "a", "s", "ss", "ets2", "etet", "anets", "ansan"})
    void cutsWhatThePatternDescribes(String ending) {
        for (String start :
                new String[] {"", "b", "bå", "båt", "båts", "hus", "ab1", "1abc", "abch", "aßb", "ĥäö", "abé"}) {
            String word = start + ending;
            assertThat(word.substring(0, Stems.indefinite(word.toCharArray(), word.length())))
                    .as(word)
                    .isEqualTo(word.replaceAll(Stems.DEFINITE, ""));
        }
    }
}
