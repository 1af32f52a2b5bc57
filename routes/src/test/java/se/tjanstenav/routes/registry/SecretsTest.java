package se.tjanstenav.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.connectors.registry.Registry;
import se.tjanstenav.connectors.registry.TextFormat;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Secrets over HTTP: set, replaced and forgotten by who may, and told to nobody. */
class SecretsTest {

    private static final String SECRETS = "/registry/v1/secrets";
    private static final String JSON = "application/json";
    private static final String VALUE = "distinctive-s3cret";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;
    private static HubClient ekbyn;
    private static HubClient lindby;
    private static HubClient operator;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.alone(folder, "--tjanstenav.secrets.keys.k1=" + KEY);
        register(hub, "ekbyn");
        register(hub, "lindby");
        ekbyn = hub.agency("ekbyn");
        lindby = hub.agency("lindby");
        operator = hub.operator();
    }

    private static void register(HubUnderTest hub, String agency) {
        String text = """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %s-services, agency: %s, title: Services, owner: it@example.org}
                spec:
                  egress: {hosts: [api.%s.example]}
                  feeds:
                    - name: services
                      kind: services
                      schedule: {every: 1h}
                      request: {path: /services}
                      response: {format: json, records: /items, id: /id}
                      mapping: {language: jsonata, expression: "{'code': id}"}
                """.formatted(agency, agency, agency);
        hub.bean(Registry.class)
                .register(
                        text.getBytes(StandardCharsets.UTF_8),
                        TextFormat.YAML,
                        new Caller("test", Role.AGENCY, new AgencyId(agency)));
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String body(String connector, String field, String value) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("connector", connector)
                .put("field", field)
                .put("value", value)
                .toString();
    }

    private static HttpResponse<byte[]> put(HubClient client, String name, String body) {
        HttpResponse<byte[]> answer = client.sendBody("PUT", SECRETS + "/" + name, JSON, body);
        assertThat(text(answer)).doesNotContain(VALUE);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer;
    }

    private static HttpResponse<byte[]> put(HubClient client, String name) {
        return put(client, name, body("ekbyn-services", "/spec/auth/key", VALUE));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void isStoredReplacedAndForgottenAndNeverShown() {
        HttpResponse<byte[]> created = put(ekbyn, "ekbyn-key");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location")).contains(SECRETS + "/ekbyn-key");
        assertThat(put(ekbyn, "ekbyn-key").statusCode()).isEqualTo(204);

        HttpResponse<byte[]> one = ekbyn.get(SECRETS + "/ekbyn-key");
        JsonNode told = ekbyn.json(one);
        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder("name", "connector", "agency", "field", "keyId", "setAt", "setBy", "links");
        assertThat(told.path("field").asString()).isEqualTo("/spec/auth/key");
        assertThat(told.path("keyId").asString()).isEqualTo("k1");
        assertThat(told.path("setBy").asString()).startsWith("Test of ekbyn");
        assertThat(one.headers().firstValue("Cache-Control")).contains("no-store");

        assertThat(ekbyn.send("DELETE", SECRETS + "/ekbyn-key").statusCode()).isEqualTo(204);
        assertThat(ekbyn.get(SECRETS + "/ekbyn-key").statusCode()).isEqualTo(404);
        assertThat(hub.bean(AuditLog.class)
                        .list(new AuditLog.Query(new AgencyId("ekbyn"), "ekbyn-services", 0, 100))
                        .entries()
                        .toString())
                .contains("ekbyn-key for /spec/auth/key", "SECRET_DELETED", "SECRET_STORED")
                .doesNotContain(VALUE);
    }

    @Test
    void isAnsweredToAnotherAgencyLikeWhatDoesNotExist() {
        put(ekbyn, "ekbyn-own");

        for (String method : List.of("GET", "DELETE")) {
            HttpResponse<byte[]> foreign = lindby.send(method, SECRETS + "/ekbyn-own");
            HttpResponse<byte[]> unknown = lindby.send(method, SECRETS + "/ekbyn-not");
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(text(foreign)).isEqualTo(text(unknown).replace("ekbyn-not", "ekbyn-own"));
        }
        assertThat(names(lindby)).doesNotContain("ekbyn-own");
        assertThat(names(ekbyn)).contains("ekbyn-own");
        assertThat(names(operator)).contains("ekbyn-own");
        assertThat(ekbyn.get(SECRETS + "/ekbyn-own").statusCode()).isEqualTo(200);
    }

    private static List<String> names(HubClient client) {
        return client.json(SECRETS + "?limit=100")
                .path("secrets")
                .valueStream()
                .map(secret -> secret.path("name").asString())
                .toList();
    }

    @Test
    void cannotBePutOnAConnectorOrANameOfAnotherAgency() {
        put(ekbyn, "ekbyn-taken");

        HttpResponse<byte[]> unknown = put(lindby, "some-name", body("no-such-connector", "/spec/auth/key", VALUE));
        HttpResponse<byte[]> foreign = put(lindby, "some-name");
        HttpResponse<byte[]> taken = put(lindby, "ekbyn-taken", body("lindby-services", "/spec/auth/key", VALUE));

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(foreign)).isEqualTo(text(unknown));
        assertThat(text(taken)).isEqualTo(text(unknown).replace("some-name", "ekbyn-taken"));
        assertThat(lindby.get(SECRETS + "/some-name").statusCode()).isEqualTo(404);
    }

    @Test
    void isListedPageByPage() {
        put(ekbyn, "page-a");
        put(ekbyn, "page-b");
        JsonNode page = ekbyn.json(SECRETS + "?limit=1&offset=1");
        assertThat(page.path("secrets").size()).isEqualTo(1);
        assertThat(page.at("/meta/total").asInt()).isGreaterThan(1);
        assertThat(page.path("links").propertyNames()).contains("self", "first", "prev", "last");
        assertThat(ekbyn.get(SECRETS + "?limit=101").statusCode()).isEqualTo(400);
        assertThat(ekbyn.get(SECRETS + "?value=1").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/auth/key\", \"value\": \"distinctive-s3cret",
                "{\"value\": \"distinctive-s3cret\", \"value\": \"distinctive-s3cret\"}",
                "{\"value\": distinctive-s3cret}",
                "{\"value\": \"distinctive-s3cret\\q\"}",
                "{\"value\": \"distinctive-s3cret\tx\"}",
                "\"distinctive-s3cret\"",
                "[\"distinctive-s3cret\"]",
                "distinctive-s3cret",
                "{}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"distinctive-s3cret\", \"value\": \"x\"}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/auth/key\", \"value\": [\"distinctive-s3cret\"]}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/auth/key\", \"value\": \"\"}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/auth/key\", \"value\": \"distinctive-s3cret \\ud83d\"}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/auth/key\", \"value\": \"distinctive-s3cret\", \"x\": \"distinctive-s3cret\"}",
                "{\"connector\": \"ekbyn-services\", \"field\": \"/spec/feeds\", \"value\": \"distinctive-s3cret\"}",
            })
    void isNotRepeatedWhereTheRequestIsRefused(String body) {
        assertThat(put(ekbyn, "refused", body).statusCode()).isEqualTo(400);
        assertThat(ekbyn.get(SECRETS + "/refused").statusCode()).isEqualTo(404);
    }

    @Test
    void isNotRepeatedWhereItStandsInTheWrongPlace() {
        assertThat(put(ekbyn, "refused", body(VALUE, "/spec/auth/key", "x")).statusCode())
                .isEqualTo(404);
        assertThat(put(ekbyn, "refused", body("ekbyn-services\u0000", "/spec/auth/key", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ekbyn.sendBody("PUT", SECRETS + "/refused", "text/plain", VALUE)
                        .statusCode())
                .isEqualTo(415);
        assertThat(put(ekbyn, "-refused").statusCode()).isEqualTo(400);
    }

    @Test
    void hasAtMost64KiB() {
        String longest = "å".repeat(32 * 1024);
        assertThat(put(ekbyn, "long", body("ekbyn-services", "/spec/tls/trust", longest))
                        .statusCode())
                .isEqualTo(201);
        assertThat(put(ekbyn, "longer", body("ekbyn-services", "/spec/tls/trust", longest + "x"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(ekbyn, "longer", body("ekbyn-services", "/spec/tls/trust", "x".repeat(400 * 1024)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void needsACaller() {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            assertThat(hub.client().send(method, SECRETS + "/ekbyn-own").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void isRefusedWhereTheOperatorHasNoKeyForIt(@TempDir Path keyless) throws Exception {
        try (HubUnderTest without = HubUnderTest.alone(keyless)) {
            register(without, "ekbyn");
            HttpResponse<byte[]> answer = put(without.agency("ekbyn"), "ekbyn-key");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(text(answer)).contains("openssl rand -base64 32", "tjanstenav.secrets.keys");
        }
    }

    @Test
    void standsNowhereInTheDatabaseInPlainText() throws Exception {
        byte[] random = new byte[18];
        new Random().nextBytes(random);
        String value = Base64.getUrlEncoder().encodeToString(random);
        put(ekbyn, "in-database", body("ekbyn-services", "/spec/auth/key", value));

        List<String> files = new ArrayList<>();
        try (var found = Files.list(folder)) {
            for (Path file : found.filter(each -> each.getFileName().toString().startsWith("tjanstenav.db"))
                    .toList()) {
                files.add(file.getFileName().toString());
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(value);
            }
        }
        assertThat(files).contains("tjanstenav.db");
    }
}
