package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.KeyGrant;
import se.tjanstenav.connectors.access.NewKey;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** Who gets into the registry API, and that nothing else asks who one is. */
class CredentialsTest {

    private static final String REGISTRY = "/registry/v1/nothing-is-here";
    private static final String UNKNOWN = "tjn_0123456789ab_" + "0".repeat(72);

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;
    private static HubClient anybody;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.alone(folder, "--tjanstenav.access.failures-per-minute=1000");
        anybody = hub.client();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whoeverSaysNothingIsAskedWhoItIs() {
        HttpResponse<byte[]> response = anybody.get(REGISTRY);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(header(response, "WWW-Authenticate")).isEqualTo("Bearer realm=\"tjanstenav\"");
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(anybody.json(response).path("type").asString()).isEqualTo("urn:tjanstenav:problem:unauthenticated");
        assertThat(anybody.json(response).path("instance").asString()).isEqualTo(REGISTRY);
    }

    @Test
    void aKeyOpensInEitherHeader() {
        String key = key(null).text();

        assertThat(anybody.get(REGISTRY, "Authorization", "Bearer " + key).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get(REGISTRY, "authorization", "bearer " + key).statusCode())
                .isEqualTo(404);
        assertThat(anybody.get(REGISTRY, "X-API-Key", key).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyOpensNowhereElseInTheRequest() {
        String key = key(null).text();

        assertThat(Stream.of(
                        anybody.get(REGISTRY + "?access_token=" + key),
                        anybody.get(REGISTRY + "?api_key=" + key),
                        anybody.get(REGISTRY, "Cookie", "X-API-Key=" + key),
                        anybody.get(REGISTRY, "Authorization", "Basic " + key),
                        anybody.sendBody("POST", REGISTRY, "application/x-www-form-urlencoded", "access_token=" + key)))
                .extracting(HttpResponse::statusCode)
                .containsOnly(401);
    }

    @Test
    void twoCredentialsAreNone() {
        String key = key(null).text();

        HttpResponse<byte[]> response = anybody.get(REGISTRY, "Authorization", "Bearer " + key, "X-API-Key", key);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(header(response, "WWW-Authenticate")).endsWith("error=\"invalid_request\"");
        assertThat(anybody.get(REGISTRY, "X-API-Key", key, "X-API-Key", key).statusCode())
                .isEqualTo(401);
    }

    @Test
    void everyWrongCredentialIsAnsweredAlike() {
        NewKey revoked = key(null);
        hub.bean(AccessKeys.class).revoke(revoked.key().id(), "test");
        String expired = key(Instant.parse("2020-01-01T00:00:00Z")).text();
        String good = key(null).text();
        String otherSecret = good.substring(0, 80) + (good.endsWith("0") ? "1" : "0").repeat(9);

        List<HttpResponse<byte[]>> answers = Stream.of(
                        revoked.text(), expired, UNKNOWN, otherSecret, good.toUpperCase(Locale.ROOT), "x", "a.b.c")
                .map(wrong -> anybody.get(REGISTRY, "Authorization", "Bearer " + wrong))
                .toList();

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(401);
        assertThat(answers)
                .extracting(answer -> new String(answer.body(), StandardCharsets.UTF_8))
                .containsOnly(new String(answers.get(0).body(), StandardCharsets.UTF_8));
        assertThat(answers)
                .extracting(answer -> header(answer, "WWW-Authenticate"))
                .containsOnly("Bearer realm=\"tjanstenav\", error=\"invalid_token\"");
    }

    @Test
    void noAnswerIsKeptAnywhereAndNoneSetsACookie() {
        String key = key(null).text();

        assertThat(Stream.of(anybody.get(REGISTRY), anybody.get(REGISTRY, "X-API-Key", key)))
                .allSatisfy(answer -> {
                    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
                    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                            .isEmpty();
                });
    }

    @Test
    void noWebPageIsLetIn() {
        HttpResponse<byte[]> preflight = anybody.send(
                "OPTIONS", REGISTRY, "Origin", "https://portal.example", "Access-Control-Request-Method", "POST");

        assertThat(preflight.statusCode()).isEqualTo(401);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void disguisedPathsDoNotGetRoundTheQuestion() throws Exception {
        for (String path : List.of(
                "//registry/v1/keys",
                "/registry;a=b/v1/keys",
                "/%72egistry/v1/keys",
                "/catalog/../registry/v1/keys",
                "/catalog/%2e%2e/registry/v1/keys",
                "/./registry/v1/keys",
                "/registry/v1/keys/",
                "/registry/v1//keys",
                "/registry/v1/keys;a=b",
                "/registry%2Fv1/keys",
                "/REGISTRY/v1/keys")) {
            String answer = anybody.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(answer)
                    .as(path)
                    .containsPattern("^HTTP/1.1 (400|401|404) ")
                    .doesNotContain("\"keys\"");
        }
    }

    @Test
    void whatNewcomersReadNeedsNoKey() {
        assertThat(anybody.get("/registry/v1/api-info").statusCode()).isEqualTo(200);
        assertThat(anybody.send("HEAD", "/registry/v1/api-info").statusCode()).isEqualTo(200);
        JsonNode contract = anybody.json("/registry/v1/openapi.json");
        assertThat(contract.at("/paths/~1registry~1v1~1keys/post/requestBody/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/KeyRequest");
        assertThat(contract.at("/paths/~1registry~1v1~1keys/get/parameters").valueStream())
                .extracting(parameter -> parameter.path("name").asString())
                .containsExactly("limit", "offset");
        assertThat(anybody.send("DELETE", "/registry/v1/api-info").statusCode()).isEqualTo(401);
    }

    @Test
    void everythingElseAsksNobodyAndIsAsItWas() {
        assertThat(Stream.of(
                        "/catalog/v1/services",
                        "/catalog/v1/sources",
                        "/catalog/v1/api-info",
                        "/catalog/v1/openapi.json",
                        "/catalog/v1/swagger-ui/index.html",
                        "/actuator/health",
                        "/actuator/prometheus"))
                .allSatisfy(path -> {
                    HttpResponse<byte[]> answer = anybody.get(path, "Authorization", "Bearer " + UNKNOWN);
                    assertThat(answer.statusCode()).as(path).isEqualTo(200);
                    assertThat(answer.headers().map())
                            .as(path)
                            .doesNotContainKeys("set-cookie", "pragma", "expires", "x-frame-options");
                });
        assertThat(anybody.get("/").statusCode()).isEqualTo(302);
        assertThat(anybody.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(anybody.send("POST", "/catalog/v1/services").statusCode()).isEqualTo(405);
    }

    @Test
    void whatIsNotThereLeadsToTheRegistrysOwnContract() {
        assertThat(hub.operator().json(REGISTRY).path("detail").asString()).contains("/registry/v1/openapi.json");
        assertThat(anybody.json("/catalog/v1/nothing").path("detail").asString())
                .contains("/catalog/v1/openapi.json");
    }

    private static NewKey key(@Nullable Instant expiresAt) {
        return hub.bean(AccessKeys.class).create(new KeyGrant("Test", Role.OPERATOR, null, expiresAt), "test");
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
