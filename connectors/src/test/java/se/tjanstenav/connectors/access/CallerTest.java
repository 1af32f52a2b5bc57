package se.tjanstenav.connectors.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.model.AgencyId;

class CallerTest {

    private static final AgencyId EKBYN = new AgencyId("ekbyn");

    @Test
    void anOperatorMayTouchEverythingAndAnAgencyItsOwn() {
        Caller operator = new Caller("o", Role.OPERATOR, null);
        Caller ekbyn = new Caller("e", Role.AGENCY, EKBYN);

        assertThat(operator.mayTouch(EKBYN)).isTrue();
        assertThat(ekbyn.mayTouch(EKBYN)).isTrue();
        assertThat(ekbyn.mayTouch(new AgencyId("lindby"))).isFalse();
    }

    @Test
    void noCallerIsBothOrNeither() {
        assertThatThrownBy(() -> new Caller("x", Role.OPERATOR, EKBYN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Caller("x", Role.AGENCY, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyGrant("x", Role.AGENCY, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202Eb", "a\u0000"})
    void aTitleIsOnePlainLine(String title) {
        assertThatThrownBy(() -> new KeyGrant(title, Role.OPERATOR, null, null)).hasMessageContaining("one line");
    }
}
