package se.tjanstenav.mocks.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {

    private final Mask mask = new Mask();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Set-Cookie",
                "X-Api-Key",
                "Ocp-Apim-Subscription-Key",
                "access_token",
                "clientSecret",
                "lösenord",
                "Password",
                "BinarySecurityToken",
                "API-nyckel",
                "JSESSIONID"
            })
    void masksWhatIsLabelledASecret(String label) {
        assertThat(mask.value(label, false, "qwerty")).isEqualTo("masked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sokord", "nyckelord", "keywords", "titel", "sidnummer", "signature_required", "kod", "status"})
    void leavesOrdinaryLabelsAlone(String label) {
        assertThat(mask.value(label, false, "qwerty")).isEqualTo("qwerty");
    }

    @ParameterizedTest
    @CsvSource({
        "see https://anna:hemligt1@api.example/x?a=1&api_key=abc123&b=2, see https://api.example/x?a=1&api_key=masked&b=2",
        "sent Bearer abcdefgh12345678, sent Bearer masked",
        "jwt eyJhbGciOi.eyJzdWIi.c2ln here, jwt masked here"
    })
    void masksSecretsWithinText(String text, String masked) {
        assertThat(mask.text(text)).isEqualTo(masked);
    }

    @Test
    void masksPrivateKeys() {
        assertThat(mask.text("x -----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY----- y"))
                .isEqualTo("x masked y");
    }

    @Test
    void knowsASentSecretAndItsPartsWhereverTheyStand() {
        mask.learn("Basic " + Base64.getEncoder().encodeToString("anna:sommar2026".getBytes(UTF_8)));
        assertThat(mask.text("anna:sommar2026 or sommar2026")).isEqualTo("masked or masked");
        assertThat(mask.text(Base64.getEncoder().encodeToString("anna:sommar2026".getBytes(UTF_8))))
                .isEqualTo("masked");
    }

    @Test
    void masksAddressAndTelephoneOfPersonsButNotOfOffices() {
        assertThat(mask.value("epost", true, "anna.berg@kommun.example")).isEqualTo("namn.namnsson@person.example");
        assertThat(mask.value("handlaggareEpost", false, "anna.berg@kommun.example"))
                .doesNotContain("anna");
        assertThat(mask.value("telefon", true, "+46 70 123 45 67")).isEqualTo("070-174 06 05");
        assertThat(mask.value("mobil_sökande", false, "0701234567")).isEqualTo("070-174 06 05");
        assertThat(mask.value("epost", false, "registrator@kommun.example")).isEqualTo("registrator@kommun.example");
        assertThat(mask.value("telefon", false, "0771-567 567")).isEqualTo("0771-567 567");
    }
}
