package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.routes.access.TokenIssuer.claims;
import static se.tjanstenav.routes.access.TokenIssuer.operator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;

/** A hub that accepts the tokens of an issuer, over real HTTP on both sides. */
class TokensTest {

    private static final String KEYS = "/registry/v1/keys";

    @TempDir
    private static Path folder;

    private static TokenIssuer issuer;
    private static HubUnderTest hub;

    @BeforeAll
    static void start() {
        issuer = new TokenIssuer();
        hub = HubUnderTest.alone(
                folder,
                "--tjanstenav.access.failures-per-minute=1000",
                "--tjanstenav.access.jwt.issuer=" + TokenIssuer.ISSUER,
                "--tjanstenav.access.jwt.audience=" + TokenIssuer.AUDIENCE,
                "--tjanstenav.access.jwt.jwk-set-uri=" + issuer.keys(),
                "--tjanstenav.access.jwt.allow-http=true");
    }

    @AfterAll
    static void stop() {
        hub.close();
        issuer.close();
    }

    @Test
    void aTokenOfTheIssuerSaysWhoCalls() {
        hub.agency("tokenby");
        hub.agency("other");

        HubClient operator = bearer(issuer.sign(operator()));
        HubClient agency = bearer(
                issuer.sign(claims().claim("role", List.of("x", "agency")).claim("agency", "tokenby")));

        assertThat(operator.json(KEYS).at("/meta/total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(agency.json(KEYS).at("/meta/total").asInt()).isEqualTo(1);
        assertThat(agency.json(KEYS).at("/keys/0/agency").asString()).isEqualTo("tokenby");
        assertThat(hub.client().get(KEYS, "X-API-Key", issuer.sign(operator())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theAuditLogTellsTheSubject() {
        bearer(issuer.sign(operator())).sendBody("POST", KEYS, "application/json", """
                {"title": "By token", "agency": "tokenby"}""");

        assertThat(hub.bean(AuditLog.class)
                        .list(new AuditLog.Query(null, null, 0, 100))
                        .entries())
                .anySatisfy(entry -> assertThat(entry.event().by()).isEqualTo("token:anna"));
    }

    @Test
    void keysAreFetchedOnceForManyTokens() {
        for (int i = 0; i < 20; i++) {
            assertThat(bearer(issuer.sign(operator())).get(KEYS).statusCode()).isEqualTo(200);
        }

        assertThat(issuer.fetches()).isBetween(1, 4);
    }

    @TestFactory
    List<DynamicTest> refusesEveryOtherToken() throws JOSEException {
        Instant now = Instant.now();
        Map<String, String> wrong = new TreeMap<>(Map.of(
                "expired", good(operator().issueTime(at(now, -300)).expirationTime(at(now, -60))),
                "without an end", good(operator().expirationTime(null)),
                "without a time of issue", good(operator().issueTime(null)),
                "made for too long", good(operator().issueTime(at(now, 0)).expirationTime(at(now, 301))),
                "made for too long, dated ahead",
                        good(operator().issueTime(at(now, 86_400)).expirationTime(at(now, 86_500))),
                "not valid yet", good(operator().notBeforeTime(at(now, 120))),
                "for another audience", good(operator().audience("elsewhere")),
                "for no audience", good(operator().audience((String) null)),
                "of another issuer", good(operator().issuer("https://issuer.example/")),
                "of no issuer", good(operator().issuer(null))));
        RSAKey forged = TokenIssuer.newKey();
        wrong.putAll(Map.of(
                "signed with another key of the same name", TokenIssuer.sign(operator(), forged, "at+jwt"),
                "of a key unknown to the issuer",
                        TokenIssuer.sign(
                                operator(),
                                new RSAKey.Builder(forged).keyID("k2").build(),
                                "at+jwt"),
                "of another key unknown to the issuer",
                        TokenIssuer.sign(
                                operator(),
                                new RSAKey.Builder(forged).keyID("k3").build(),
                                "at+jwt"),
                "unsigned", new PlainJWT(operator().build()).serialize(),
                "signed with the public key as a password", confused(operator()),
                "altered", altered(good(operator())),
                "of another kind", TokenIssuer.sign(operator(), issuer.key(), "dpop+jwt")));
        wrong.putAll(Map.of(
                "without a role", good(claims()),
                "with an unknown role", good(claims().claim("role", "root")),
                "with both roles", good(claims().claim("role", List.of("operator", "agency"))),
                "of no agency", good(claims().claim("role", "agency")),
                "of an agency that cannot be",
                        good(claims().claim("role", "agency").claim("agency", "../x")),
                "of two agencies", good(claims().claim("role", "agency").claim("agency", List.of("a", "b"))),
                "without a subject", good(operator().subject(null)),
                "with an endless subject", good(operator().subject("x".repeat(201)))));
        return wrong.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> isRefused(each.getValue())))
                .toList();
    }

    private static void isRefused(String token) {
        HttpResponse<byte[]> response = bearer(token).get(KEYS);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"tjanstenav\", error=\"invalid_token\"");
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain(token, "Jwt", "claim");
    }

    private static String good(JWTClaimsSet.Builder claims) {
        return issuer.sign(claims);
    }

    private static String confused(JWTClaimsSet.Builder claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims.build());
        token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String altered(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("anna", "root").getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    private static Date at(Instant now, long seconds) {
        return Date.from(now.plusSeconds(seconds));
    }

    private static HubClient bearer(String token) {
        return hub.client().with("Authorization", "Bearer " + token);
    }
}
