package se.tjanstenav.connectors.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static final String SECRET = "p&ss <word>/+ \"å\"";

    private final Masks masks = new Masks();

    @Test
    void findsASecretInTheEncodingsOfHeadersAddressesAndBodies() {
        masks.add("password", SECRET);
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        assertMasked(SECRET);
        assertMasked(Base64.getEncoder().encodeToString(bytes));
        assertMasked(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertMasked(HexFormat.of().formatHex(bytes));
        assertMasked(HexFormat.of().withUpperCase().formatHex(bytes));
        assertMasked(URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
        assertMasked("p%26ss%20%3Cword%3E%2F%2B%20%22%C3%A5%22");
        assertMasked("p&amp;ss &lt;word&gt;/+ \"å\"");
        assertMasked("p&ss <word>/+ \\\"å\\\"");
    }

    private void assertMasked(String form) {
        assertThat(masks.mask("before " + form + " after")).isEqualTo("before *** after");
    }

    @Test
    void findsTheLinesOfAKey() {
        masks.add("key", "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASC\n-----END PRIVATE KEY-----");
        assertThat(masks.mask("cannot parse MIIEvQIBADANBgkqhkiG9w0B of a -----BEGIN PRIVATE KEY-----"))
                .isEqualTo("cannot parse *** of a -----BEGIN PRIVATE KEY-----");
    }

    @Test
    void findsAFormThatAnExcerptHasCutOff() {
        masks.add("password", SECRET);
        String hex = HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(masks.mask("was " + hex.substring(0, 20) + "…")).isEqualTo("was ***…");
    }

    @Test
    void findsTheBeginningOfALongOneThatAParserHasCutOff() {
        masks.add("token", "eyJhbGciOiJSUzI1NiJ9.payload.signature");
        assertThat(masks.mask("token 'eyJhbGciOiJSUzI1NiJ9.pay...' and eyJhbGciOiJSUzI1"))
                .isEqualTo("token '***...' and ***");
        assertThat(masks.masked("begins with eyJhbGciOiJSUzI1NiJ9")).isEqualTo("begins with ***");
    }

    @Test
    void masksTheLongerOfTwoSecretsFirst() {
        masks.add("short", "abcd");
        masks.add("long", "abcdefgh");
        assertThat(masks.mask("abcdefgh abcd")).isEqualTo("*** ***");
    }

    @Test
    void findsSecretsAnywhereInWhatAnAgencySent() {
        masks.add("key", "123456789");
        Object tree = List.of(
                Map.of("a", List.of("x 123456789 y", 123456789), "123456789", true),
                Map.of("b", new BigDecimal("1.5")));

        assertThat(masks.masked(tree))
                .isEqualTo(List.of(
                        Map.of("a", List.of("x *** y", "***"), "***", true), Map.of("b", new BigDecimal("1.5"))));
    }

    @Test
    void leavesAsItIsWhatShowsNothingOrOnlyAnInnocentWord() {
        Object tree = Map.of("title", "Passport", "list", List.of(1, "pass"));
        assertThat(masks.masked(tree)).isSameAs(tree);
        masks.add("password", "pass");
        masks.add("key", "a-long-secret");
        assertThat(masks.masked(tree)).isSameAs(tree);
        assertThat(masks.mask("pass")).isEqualTo("***");
    }
}
