package se.tjanstenav.routes.leak;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
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
        plant("file-broken-pem", brokenPem("FileBroken"));
        for (Map.Entry<String, String> secret : planted.entrySet()) {
            Files.writeString(secretsOfTheOperator.resolve(secret.getKey()), secret.getValue());
        }
        planted.put("token of the agency", EchoAgency.TOKEN);
        planted.put(
                "master key",
                Base64.getEncoder()
                        .encodeToString("Mk-0123456789-abcdef-9876543210!".getBytes(StandardCharsets.UTF_8)));
        Path descriptors = Files.createDirectories(folder.resolve("connectors"));
        write(descriptors, "file-key", EchoDescriptor.rest("file-api-key", auth("apiKey", "file-key"), ""));
        write(descriptors, "file-basic", EchoDescriptor.rest("file-basic", auth("basic", "file-password"), ""));
        write(descriptors, "file-oauth", EchoDescriptor.rest("file-oauth", auth("oauth", "file-client"), ""));
        write(descriptors, "file-refused", EchoDescriptor.rest("file-refused", auth("refused", "file-client"), ""));
        write(descriptors, "file-soap", EchoDescriptor.soap("file-soap", "file-ws-password", "file-tls"));
        write(descriptors, "file-pem", EchoDescriptor.rest("file-pem", "{type: none}", tls("file-broken-pem")));
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

    /** A key that no parser takes, but each may complain of in its own words. */
    private static String brokenPem(String word) {
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted((word + "Certificate").repeat(3), (word + "PrivateKeyMaterial").repeat(3));
    }

    private static String auth(String type, String secret) {
        return switch (type) {
            case "apiKey" -> "{type: apiKey, header: X-Echo-Key, key: {secret: %s}}".formatted(secret);
            case "basic" -> "{type: basic, username: hub, password: {secret: %s}}".formatted(secret);
            default ->
                "{type: oauth2ClientCredentials, tokenUrl: \"https://%s.echo.example/token\", clientId: hub, clientSecret: {secret: %s}}"
                        .formatted(type.equals("refused") ? "refuse" : "token", secret);
        };
    }

    private static String tls(String secret) {
        return "  tls: {clientCertificate: {secret: %s}}".formatted(secret);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    @Test
    void noSecretLeavesTheHub(CapturedOutput console) throws Exception {
        List<String> own = registerEverything();
        awaitEveryFeed(own);

        Map<String, String> outputs = new LinkedHashMap<>();
        gatherAnswers(outputs, own);
        gatherExceptions(outputs);
        outputs.put("threads", Thread.getAllStackTraces().keySet().toString());
        outputs.put(
                "connectors",
                hub.bean(Connectors.class).feeds() + " "
                        + hub.bean(Connectors.class).faults());
        gatherFiles(outputs, "while it runs: ");
        hub.close();
        gatherFiles(outputs, "after it has ended: ");
        outputs.put("console", console.getAll());

        assertThat(outputs.get("console")).contains("Harvest of", "Harvested ");
        assertThat(outputs).as("what was searched").hasSizeGreaterThan(100);
        agencyHeardEverySecretThatIsSent();
        outputs.forEach(this::requireNoSecret);
    }

    private List<String> registerEverything() throws Exception {
        plant("own-key", "Ak-7Bv/agency+key=42");
        plant("own-password", "Pw-1Rt:agency/pass+word");
        plant("own-client", "Cs-9Wd/agency&client secret");
        plant("own-ws-password", "Up-3Jf/agency<token>pass");
        plant("own-tls", identity.pem());
        plant("own-signature", identity.pem());
        plant("own-broken-pem", brokenPem("OwnBroken"));
        activate(
                "own-api-key",
                EchoDescriptor.rest("own-api-key", auth("apiKey", "own-key"), ""),
                "own-key",
                "/spec/auth/key");
        activate(
                "own-basic",
                EchoDescriptor.rest("own-basic", auth("basic", "own-password"), ""),
                "own-password",
                "/spec/auth/password");
        activate(
                "own-oauth",
                EchoDescriptor.rest("own-oauth", auth("oauth", "own-client"), ""),
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
                EchoDescriptor.rest("own-pem", "{type: none}", tls("own-broken-pem")),
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

    private void gatherAnswers(Map<String, String> outputs, List<String> own) {
        HubClient anybody = hub.client();
        for (String path : List.of(
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/info",
                "/catalog/v1/sources",
                "/catalog/v1/api-info",
                "/catalog/v1/openapi.json",
                "/catalog/v1/services?limit=100",
                "/catalog/v1/services?q=Said",
                REGISTRY + "/api-info",
                REGISTRY + "/openapi.json",
                REGISTRY + "/connector.schema.json")) {
            gather(outputs, anybody, path);
        }
        for (int offset = 0; ; offset += 100) {
            JsonNode page = anybody.json("/catalog/v1/services?limit=100&offset=" + offset);
            outputs.put("services from " + offset, page.toString());
            page.path("services")
                    .forEach(service -> gather(
                            outputs,
                            anybody,
                            "/catalog/v1/services/" + service.path("id").asString()));
            if (page.path("services").size() < 100) {
                break;
            }
        }
        for (HubClient client : List.of(anna, bo)) {
            for (String path :
                    List.of("/connectors?limit=100", "/secrets?limit=100", "/audit?limit=100", "/keys?limit=100")) {
                gather(outputs, client, REGISTRY + path);
            }
            own.forEach(id -> gatherConnector(outputs, client, REGISTRY + "/connectors/" + id));
        }
        planted.keySet().forEach(name -> gather(outputs, anna, REGISTRY + "/secrets/" + name.replace(' ', '-')));
        String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.U2lnbmF0dXJlLW9mLWEtcGxhbnRlZC10b2tlbg";
        planted.put("JWT", jwt);
        gather(outputs, anybody.with("Authorization", "Bearer " + jwt), REGISTRY + "/connectors");
        gather(outputs, anybody.with("X-API-Key", planted.get("key of Anna") + "x"), REGISTRY + "/connectors");
        String refused = planted.get("own-key");
        for (String body : List.of(
                "{\"value\": \"" + refused,
                "{\"field\": \"" + refused + "\"}",
                "\"" + refused + "\"",
                "{\"connector\": \"" + refused + "\", \"field\": \"/spec/auth/key\", \"value\": \"" + refused
                        + "\"}")) {
            outputs.put(
                    "refusal of " + outputs.size(),
                    told(anna.sendBody("PUT", REGISTRY + "/secrets/refused", JSON, body)));
        }
    }

    private void gatherConnector(Map<String, String> outputs, HubClient client, String connector) {
        for (String path : List.of("", "/versions", "/versions/1", "/state", "/runs")) {
            gather(outputs, client, connector + path);
        }
        outputs.put("validation of " + connector, told(client.send("POST", connector + "/versions/1/validations")));
        outputs.put(
                "dry run of " + connector + " " + outputs.size(),
                told(client.send("POST", connector + "/versions/1/dry-runs")));
        JsonNode runs = client.json(connector + "/runs?limit=100").path("runs");
        runs.forEach(run -> {
            String path = REGISTRY + "/runs/" + run.path("id").asString();
            for (String part : List.of("", "/rejects?limit=100", "/warnings?limit=100")) {
                gather(outputs, client, path + part);
            }
        });
    }

    private static void gather(Map<String, String> outputs, HubClient client, String path) {
        outputs.put(path + " (" + outputs.size() + ")", told(client.get(path)));
    }

    private static String told(HttpResponse<byte[]> response) {
        return response.statusCode() + " " + response.headers().map() + " " + text(response);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** What a harvest throws, with all its causes, and what becomes of records that are rejected. */
    private void gatherExceptions(Map<String, String> outputs) {
        for (Feed feed : hub.bean(Connectors.class).feeds()) {
            StringWriter thrown = new StringWriter();
            try (RecordStream records = feed.open(null)) {
                while (records.hasNext()) {
                    try {
                        thrown.append(feed.map(records.next()).toString());
                    } catch (RecordRejectedException e) {
                        thrown.append(e.reject().toString());
                        e.printStackTrace(new PrintWriter(thrown));
                    }
                }
                thrown.append(records.bookmark().toString());
            } catch (RuntimeException e) {
                e.printStackTrace(new PrintWriter(thrown));
            }
            outputs.put("exceptions of " + feed.id(), thrown.toString());
        }
    }

    /** Every file that the hub writes: database with its log, index, log file. */
    private void gatherFiles(Map<String, String> outputs, String when) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(when + folder.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(outputs).containsKey(when + "tjanstenav.db").containsKey(when + "hub.log");
    }

    private void requireNoSecret(String where, String output) {
        planted.forEach((name, secret) -> {
            for (String form : Encoded.forms(secret)) {
                int at = output.indexOf(form);
                if (at >= 0) {
                    String around = output.substring(Math.max(0, at - 300), Math.min(output.length(), at + 300));
                    throw new AssertionError("%s shows %s as %s: …%s…".formatted(where, name, form, around));
                }
            }
        });
    }
}
