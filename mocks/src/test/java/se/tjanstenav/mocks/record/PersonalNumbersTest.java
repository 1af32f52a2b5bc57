package se.tjanstenav.mocks.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers here are test numbers or made up; none is known to be anybody's. */
class PersonalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "8112189876, 1212121212",
        "811218-9876, 121212-1212",
        "811218+9876, 121212+1212",
        "811218–9876, 121212–1212",
        "198112189876, 191212121212",
        "19811218-9876, 19121212-1212",
        "18811218+9876, 19121212+1212",
        "701063-2391, 121272-1219",
        "7010632391, 1212721219",
        "19701063-2391, 19121272-1219",
        "197010632391, 191212721219",
        "000229-0005, 121212-1212",
        "20000229-0005, 19121212-1212"
    })
    void masksEveryFormAndKeepsItsLength(String number, String masked) {
        assertThat(PersonalNumbers.masked("a " + number + ", b")).isEqualTo("a " + masked + ", b");
        assertThat(PersonalNumbers.masked(number)).hasSameSizeAs(number);
        assertThat(PersonalNumbers.masked("pnr" + number + "x")).isEqualTo("pnr" + masked + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "811218-9875", // check digit
                "811318-9875", // month
                "811232-9878", // day
                "190229-0004", // no leap day
                "19000229-0005", // no leap day in that century
                "556036-0793", // organisation
                "5560360793",
                "16556036-0793",
                "98112189876", // eleven digits
                "81121898760",
                "2026-11-22T10:15:30",
                "0771-567 567",
                "811218 - 9876"
            })
    void leavesOtherDigitsAlone(String text) {
        assertThat(PersonalNumbers.masked(text)).isEqualTo(text);
    }

    @Test
    void masksAllOfThemAndASecondTimeNothing() {
        String once = PersonalNumbers.masked("811218-9876;701063-2391\n198112189876");
        assertThat(once).isEqualTo("121212-1212;121272-1219\n191212121212");
        assertThat(PersonalNumbers.masked(once)).isEqualTo(once);
    }
}
