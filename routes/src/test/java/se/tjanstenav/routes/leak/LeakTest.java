package se.tjanstenav.routes.leak;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.Connectors;
import se.tjanstenav.connectors.access.AccessKeys;
import se.tjanstenav.connectors.access.KeyGrant;
import se.tjanstenav.connectors.access.Role;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plants secrets of every kind, lets an agency repeat them in every answer, and searches whatever leaves the hub: answers,
 * logs, files, the database, exceptions.
 */
@ExtendWith(OutputCaptureExtension.class)
class LeakTest {

    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String REGISTRY = "/registry/v1";

    @TempDir
    private Path folder;

    @TempDir
    private Path secretsOfTheOperator;

    private final Map<String, String> planted = new LinkedHashMap<>();
    private EchoIdentity identity;
    private EchoAgency agency;
    private HubUnderTest hub;
    private HubClient anna;
    private HubClient bo;

    @BeforeEach
    void start() throws Exception {
        identity = EchoIdentity.of("*.echo.example", folder);
        agency = new EchoAgency(identity.server());
        plant("file-key", "Ak-4Zx/operator+key=17");
        plant("file-password", "Pw-8Yq:operator/pass+word");
        plant("file-client", "Cs-2Lk/operator&client secret");
        plant("file-ws-password", "Up-6Hn/operator<token>pass");
        plant("file-tls", identity.pem());
        plant("file-signature", identity.pem());
        plant("file-broken-pem", EchoDescriptor.brokenPem("FileBroken"));
        for (Map.Entry<String, String> secret : planted.entrySet()) {
            Files.writeString(secretsOfTheOperator.resolve(secret.getKey()), secret.getValue());
        }
        planted.put("token of the agency", EchoAgency.TOKEN);
        planted.put(
                "master key",
                Base64.getEncoder()
                        .encodeToString("Mk-0123456789-abcdef-9876543210!".getBytes(StandardCharsets.UTF_8)));
        Path descriptors = Files.createDirectories(folder.resolve("connectors"));
        write(
                descriptors,
                "file-key",
                EchoDescriptor.rest("file-api-key", EchoDescriptor.auth("apiKey", "file-key"), ""));
        write(
                descriptors,
                "file-basic",
                EchoDescriptor.rest("file-basic", EchoDescriptor.auth("basic", "file-password"), ""));
        write(
                descriptors,
                "file-oauth",
                EchoDescriptor.rest("file-oauth", EchoDescriptor.auth("oauth", "file-client"), ""));
        write(
                descriptors,
                "file-refused",
                EchoDescriptor.rest("file-refused", EchoDescriptor.auth("refused", "file-client"), ""));
        write(descriptors, "file-soap", EchoDescriptor.soap("file-soap", "file-ws-password", "file-tls"));
        write(
                descriptors,
                "file-pem",
                EchoDescriptor.rest("file-pem", "{type: none}", EchoDescriptor.tls("file-broken-pem")));
        hub = HubUnderTest.alone(folder, settings());
        anna = withPlantedKey("key of Anna", new KeyGrant("Anna", Role.AGENCY, new AgencyId("ekbyn"), null));
        bo = withPlantedKey("key of Bo", new KeyGrant("Bo", Role.OPERATOR, null, null));
    }

    private String[] settings() throws Exception {
        Path trust = Files.writeString(folder.resolve("trust.pem"), identity.certificate());
        List<String> settings = new ArrayList<>(agency.settings());
        settings.addAll(List.of(
                "--tjanstenav.connectors.secrets=" + secretsOfTheOperator,
                "--tjanstenav.connectors.egress.trust=" + trust,
                "--tjanstenav.connectors.egress.allowed-networks=127.0.0.0/8",
                "--tjanstenav.connectors.egress.breaker-open-for=1s",
                "--tjanstenav.connectors.look-again-every=200ms",
                "--tjanstenav.harvest.retry-after=10m",
                "--tjanstenav.harvest.retry-at-most=10m",
                "--tjanstenav.secrets.keys.k1=" + planted.get("master key"),
                "--logging.level.root=info",
                "--logging.level.se.tjanstenav=debug",
                "--logging.level.org.springframework.web=debug",
                "--logging.file.name=" + folder.resolve("hub.log"),
                "--logging.structured.format.file=ecs"));
        return settings.toArray(String[]::new);
    }

    @AfterEach
    void stop() {
        hub.close();
        agency.close();
    }

    private void plant(String name, String value) {
        planted.put(name, value);
    }

    private HubClient withPlantedKey(String name, KeyGrant grant) {
        String key = hub.bean(AccessKeys.class).create(grant, "test").text();
        planted.put(name, key);
        return hub.client().with("Authorization", "Bearer " + key);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    @Test
    void noSecretLeavesTheHub(CapturedOutput console) throws Exception {
        List<String> own = registerEverything();
        awaitEveryFeed(own);

        HubOutputs gathered = new HubOutputs(hub, folder);
        gathered.addAnswers(List.of(anna, bo), own, planted.keySet());
        addRefusals(gathered);
        gathered.addExceptions();
        Map<String, String> outputs = gathered.all();
        outputs.put("threads", Thread.getAllStackTraces().keySet().toString());
        outputs.put(
                "connectors",
                hub.bean(Connectors.class).feeds() + " "
                        + hub.bean(Connectors.class).faults());
        gathered.addFiles("while it runs: ");
        hub.close();
        gathered.addFiles("after it has ended: ");
        outputs.put("console", console.getAll());

        assertThat(outputs.get("console")).contains("Harvest of", "Harvested ");
        assertThat(outputs).as("what was searched").hasSizeGreaterThan(100);
        gathered.requireShown("dry run of ", "Said ***");
        gathered.requireShown(REGISTRY + "/runs/.*/rejects\\?", "Said ***");
        gathered.requireShown(REGISTRY + "/runs/.*/replays", "202 ");
        agencyHeardEverySecretThatIsSent();
        outputs.forEach((where, output) -> Encoded.requireNone(planted, where, output));
    }

    private List<String> registerEverything() throws Exception {
        plant("own-key", "Ak-7Bv/agency+key=42");
        plant("own-password", "Pw-1Rt:agency/pass+word");
        plant("own-client", "Cs-9Wd/agency&client secret");
        plant("own-ws-password", "Up-3Jf/agency<token>pass");
        plant("own-tls", identity.pem());
        plant("own-signature", identity.pem());
        plant("own-broken-pem", EchoDescriptor.brokenPem("OwnBroken"));
        activate(
                "own-api-key",
                EchoDescriptor.rest("own-api-key", EchoDescriptor.auth("apiKey", "own-key"), ""),
                "own-key",
                "/spec/auth/key");
        activate(
                "own-basic",
                EchoDescriptor.rest("own-basic", EchoDescriptor.auth("basic", "own-password"), ""),
                "own-password",
                "/spec/auth/password");
        activate(
                "own-oauth",
                EchoDescriptor.rest("own-oauth", EchoDescriptor.auth("oauth", "own-client"), ""),
                "own-client",
                "/spec/auth/clientSecret");
        activate(
                "own-soap",
                EchoDescriptor.soap("own-soap", "own-ws-password", "own-tls"),
                "own-ws-password",
                "/spec/soap/wsSecurity/usernameToken/password",
                "own-tls",
                "/spec/tls/clientCertificate",
                "own-signature",
                "/spec/soap/wsSecurity/signature/key");
        activate(
                "own-pem",
                EchoDescriptor.rest("own-pem", "{type: none}", EchoDescriptor.tls("own-broken-pem")),
                "own-broken-pem",
                "/spec/tls/clientCertificate");
        return List.of("own-api-key", "own-basic", "own-oauth", "own-soap", "own-pem");
    }

    private void activate(String id, String descriptor, String... namesAndFields) {
        String connector = REGISTRY + "/connectors/" + id;
        HttpResponse<byte[]> posted = anna.sendBody("POST", REGISTRY + "/connectors", YAML, descriptor);
        assertThat(posted.statusCode()).as(text(posted)).isEqualTo(201);
        for (int i = 0; i < namesAndFields.length; i += 2) {
            String name = namesAndFields[i];
            String body = JsonMapper.shared()
                    .createObjectNode()
                    .put("connector", id)
                    .put("field", namesAndFields[i + 1])
                    .put("value", planted.get(name))
                    .toString();
            assertThat(anna.sendBody("PUT", REGISTRY + "/secrets/" + name, JSON, body)
                            .statusCode())
                    .isEqualTo(201);
        }
        HttpResponse<byte[]> validated = anna.send("POST", connector + "/versions/1/validations");
        assertThat(anna.json(validated).path("status").asString())
                .as(text(validated))
                .isEqualTo("validated");
        assertThat(bo.send("POST", connector + "/versions/1/approvals").statusCode())
                .isEqualTo(200);
        assertThat(anna.sendBody("PUT", connector + "/state", JSON, "{\"state\": \"active\", \"version\": 1}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void awaitEveryFeed(List<String> own) {
        int feeds = 5 * EchoAgency.MODES.size() + 1 + (own.size() - 1) * EchoAgency.MODES.size() + 1;
        await().atMost(300, SECONDS).untilAsserted(() -> {
            List<JsonNode> sources = hub.client()
                    .json("/catalog/v1/sources")
                    .path("sources")
                    .valueStream()
                    .toList();
            assertThat(sources).hasSize(feeds);
            assertThat(sources).allSatisfy(source -> assertThat(source.has("lastSuccess") || source.has("lastFailure"))
                    .as(source.toString())
                    .isTrue());
        });
        assertThat(hub.client()
                        .json("/catalog/v1/sources")
                        .path("sources")
                        .valueStream()
                        .map(source -> source.at("/fault/code").asString()))
                .contains(
                        "AUTH",
                        "HTTP_STATUS",
                        "REDIRECT",
                        "WRONG_CONTENT_TYPE",
                        "MALFORMED_RESPONSE",
                        "TRUNCATED",
                        "BLOCKED_HOST",
                        "TLS",
                        "SOAP_FAULT",
                        "QUARANTINED_EMPTY");
        assertThat(hub.client().statusOf("own-api-key/records")).isEqualTo("fromSource");
        assertThat(hub.client().statusOf("file-oauth/records")).isEqualTo("fromSource");
    }

    private void agencyHeardEverySecretThatIsSent() {
        for (String sent : List.of("file-key", "file-password", "own-key", "own-password", "token of the agency")) {
            assertThat(agency.heard()).as(sent).contains(planted.get(sent));
        }
    }

    /** What is answered to those who do not get in, and to requests that hold a secret in the wrong place. */
    private void addRefusals(HubOutputs outputs) {
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.U2lnbmF0dXJlLW9mLWEtcGxhbnRlZC10b2tlbg";
        planted.put("JWT", jwt);
        outputs.gather(hub.client().with("Authorization", "Bearer " + jwt), REGISTRY + "/connectors");
        outputs.gather(hub.client().with("X-API-Key", planted.get("key of Anna") + "x"), REGISTRY + "/connectors");
        String refused = planted.get("own-key");
        for (String body : List.of(
                "{\"value\": \"" + refused,
                "{\"field\": \"" + refused + "\"}",
                "\"" + refused + "\"",
                "{\"connector\": \"" + refused + "\", \"field\": \"/spec/auth/key\", \"value\": \"" + refused
                        + "\"}")) {
            outputs.add("refusal", anna.sendBody("PUT", REGISTRY + "/secrets/refused", JSON, body));
        }
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
