package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.routes.Ownership.Call.get;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.connectors.audit.AuditAction;
import se.tjanstenav.connectors.audit.AuditLog;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.Ownership;
import se.tjanstenav.routes.Ownership.Call;
import tools.jackson.databind.JsonNode;

class KeysTest {

    private static final String KEYS = "/registry/v1/keys";

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;
    private static HubClient operator;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.alone(folder);
        operator = hub.operator();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void anOperatorMakesAKeyThatIsShownOnceAndWorks() {
        HttpResponse<byte[]> response = post(operator, """
                {"title": "Ekbyn's portal", "role": "agency", "agency": "ekbyn", "expiresAt": "2999-01-31T01:00:00+01:00"}
                """);
        JsonNode made = operator.json(response);
        String location = response.headers().firstValue("Location").orElseThrow();

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(made.path("key").asString()).matches("tjn_[0-9a-f]{12}_[0-9a-f]{72}");
        assertThat(made.path("expiresAt").asString()).isEqualTo("2999-01-31T00:00:00Z");
        assertThat(made.path("createdBy").asString()).startsWith("Operator of a test (");
        assertThat(location).isEqualTo(KEYS + "/" + made.path("id").asString());

        JsonNode shownLater = operator.json(location);
        assertThat(shownLater.has("key")).isFalse();
        assertThat(shownLater.path("agency").asString()).isEqualTo("ekbyn");

        HubClient ekbyn = hub.client().with("X-API-Key", made.path("key").asString());
        assertThat(ekbyn.get(location).statusCode()).isEqualTo(200);
        assertThat(operator.json(location).path("lastUsed").asString())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    }

    @Test
    void anAgencyMakesKeysForItselfOnly() {
        HubClient agency = hub.agency("lindby");

        JsonNode made = agency.json(post(agency, """
                {"title": "Second"}"""));

        assertThat(made.path("agency").asString()).isEqualTo("lindby");
        assertThat(made.path("role").asString()).isEqualTo("agency");
        assertThat(Stream.of("""
                        {"title": "Other", "agency": "ekbyn"}""", """
                        {"title": "More", "role": "operator"}"""))
                .extracting(body -> post(agency, body).statusCode())
                .containsOnly(403);
    }

    @Test
    void anAgencySeesItsOwnKeysAndTheOperatorAll() {
        HubClient agency = hub.agency("granby");
        HubClient other = hub.agency("tallby");

        assertThat(agency.json(KEYS + "?limit=100").path("keys").valueStream())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.path("agency").asString()).isEqualTo("granby"));
        assertThat(agency.json(KEYS).at("/meta/total").asInt()).isEqualTo(1);
        assertThat(titles(operator)).contains("Test of granby", "Test of tallby", "Operator of a test");
        assertThat(titles(other)).containsExactly("Test of tallby");
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() {
        HubClient a = hub.agency("aby");
        HubClient b = hub.agency("beby");
        String ofB = b.json(KEYS).at("/keys/0/id").asString();
        String ofOperator = operator.json(post(operator, """
                {"title": "Operator", "role": "operator"}""")).path("id").asString();
        Call[] calls = {get(KEYS + "/{id}"), Call.of("DELETE", KEYS + "/{id}")};

        Ownership.of(ofB, "000000000000")
                .isHiddenFrom(a, calls)
                .isOpenTo(b, calls[0])
                .isOpenTo(operator, calls[0]);
        Ownership.of(ofOperator, "000000000000").isHiddenFrom(a, calls).isOpenTo(operator, calls[0]);

        assertThat(b.get(KEYS).statusCode()).isEqualTo(200);
        assertThat(operator.json(KEYS + "/" + ofB).has("revokedAt")).isFalse();
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndStaysInTheList() {
        HubClient agency = hub.agency("revby");
        String id = agency.json(KEYS).at("/keys/0/id").asString();

        assertThat(agency.send("DELETE", KEYS + "/" + id).statusCode()).isEqualTo(204);

        assertThat(agency.get(KEYS).statusCode()).isEqualTo(401);
        assertThat(operator.json(KEYS + "/" + id).path("revokedBy").asString()).isEqualTo("Test of revby (" + id + ")");
        assertThat(operator.send("DELETE", KEYS + "/" + id).statusCode()).isEqualTo(204);
    }

    @Test
    void theLastOperatorKeyCannotBeRevoked(@TempDir Path elsewhere) {
        try (HubUnderTest fresh = HubUnderTest.alone(elsewhere)) {
            HubClient only = fresh.operator();
            String id = only.json(KEYS).at("/keys/0/id").asString();
            post(only, """
                    {"title": "No operator", "agency": "ekbyn"}""");

            HttpResponse<byte[]> refused = only.send("DELETE", KEYS + "/" + id);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(only.json(refused).path("detail").asString()).contains("make another one first");
            fresh.operator();
            assertThat(only.send("DELETE", KEYS + "/" + id).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void everyKeyMadeOrRevokedIsInTheAuditLogWithoutItsSecret() {
        JsonNode made = operator.json(post(operator, """
                {"title": "Audited", "agency": "audby"}"""));
        String id = made.path("id").asString();
        operator.send("DELETE", KEYS + "/" + id);

        assertThat(hub.bean(AuditLog.class)
                        .list(new AuditLog.Query(new AgencyId("audby"), null, 0, 10))
                        .entries())
                .allSatisfy(entry -> assertThat(entry.toString())
                        .contains("Audited (" + id + ")", "Operator of a test")
                        .doesNotContain("tjn_"))
                .extracting(entry -> entry.event().action())
                .containsExactly(AuditAction.KEY_REVOKED, AuditAction.KEY_CREATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                                            | /title
                    {"title": ""}                                                 | /title
                    {"title": 7, "agency": "a"}                                   | /title
                    {"title": "a\\nb", "agency": "a"}                             | /title
                    {"title": "T", "role": "root"}                                | /role
                    {"title": "T", "role": "agency"}                              | /agency
                    {"title": "T", "agency": "Å"}                                 | /agency
                    {"title": "T", "role": "operator", "agency": "a"}             | /agency
                    {"title": "T", "agency": "a", "expiresAt": "2020-01-01T00:00:00Z"} | /expiresAt
                    {"title": "T", "agency": "a", "expiresAt": "tomorrow"}        | /expiresAt
                    {"title": "T", "agency": "a", "id": "mine"}                   | /id
                    {"title": "T", "title": "U", "agency": "a"}                   | ''
                    {"title": "T", "agency": "a"} x                               | ''
                    []                                                            | ''
                    not json                                                      | ''
                    """)
    void aWrongRequestIsToldByPointerAndMakesNothing(String body, String pointer) {
        long before = operator.json(KEYS).at("/meta/total").asLong();

        HttpResponse<byte[]> response = post(operator, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(operator.json(response).path("errors").valueStream())
                .extracting(fault -> fault.path("pointer").asString())
                .contains(pointer);
        assertThat(operator.json(KEYS).at("/meta/total").asLong()).isEqualTo(before);
    }

    @Test
    void readsNeitherOtherMediaTypesNorMoreThanItNeeds() {
        assertThat(operator.sendBody("POST", KEYS, "text/plain", "{}").statusCode())
                .isEqualTo(415);
        assertThat(post(operator, "{\"title\": \"" + "x".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(operator.sendBody("PUT", KEYS, "application/json", "{}").statusCode())
                .isEqualTo(405);
    }

    private static Stream<String> titlesOf(JsonNode list) {
        return list.path("keys").valueStream().map(key -> key.path("title").asString());
    }

    private static List<String> titles(HubClient client) {
        return titlesOf(client.json(KEYS + "?limit=100")).toList();
    }

    private static HttpResponse<byte[]> post(HubClient client, String body) {
        return client.sendBody("POST", KEYS, "application/json", body);
    }
}
