package se.tjanstenav.routes.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import se.tjanstenav.routes.Ownership;
import se.tjanstenav.routes.Ownership.Call;
import tools.jackson.databind.JsonNode;

/** How the registry API reads requests, and what it answers to those it cannot use. */
class RegistryRequestsTest {

    private static final String CONNECTORS = "/registry/v1/connectors";
    private static final String EKBYN = CONNECTORS + "/ekbyn";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";
    private static final String DESCRIPTOR = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: ekbyn, agency: ekbyn, title: Ekbyns kommun, owner: it@ekbyn.example}
            spec:
              egress: {hosts: [api.ekbyn.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  request: {path: /v1/services}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id}"}
            """;

    @TempDir
    private static Path folder;

    private static HubUnderTest hub;
    private static HubClient ekbyn;
    private static HubClient second;
    private static HubClient lindby;

    @BeforeAll
    static void start() {
        hub = HubUnderTest.alone(folder);
        ekbyn = hub.agency("ekbyn");
        second = hub.agency("ekbyn");
        lindby = hub.agency("lindby");
        assertThat(ekbyn.sendBody("POST", CONNECTORS, YAML, DESCRIPTOR).statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void whatIsAnothersIsAnsweredLikeWhatNobodyHas() {
        String version = DESCRIPTOR.replace("id: ekbyn,", "id: {id},");
        Ownership.of("ekbyn", "nobody")
                .isHiddenFrom(
                        lindby,
                        Call.get(CONNECTORS + "/{id}"),
                        Call.of("DELETE", CONNECTORS + "/{id}"),
                        Call.get(CONNECTORS + "/{id}/versions"),
                        new Call("POST", CONNECTORS + "/{id}/versions", YAML, version),
                        new Call("POST", CONNECTORS + "/{id}/versions", YAML, "no descriptor"),
                        Call.get(CONNECTORS + "/{id}/versions/1"),
                        Call.get(CONNECTORS + "/{id}/versions/99"),
                        Call.of("POST", CONNECTORS + "/{id}/versions/1/validations"),
                        Call.of("POST", CONNECTORS + "/{id}/versions/1/approvals"),
                        Call.get(CONNECTORS + "/{id}/state"),
                        new Call("PUT", CONNECTORS + "/{id}/state", JSON, "{\"state\": \"paused\"}"),
                        new Call("PUT", CONNECTORS + "/{id}/state", JSON, "{\"state\": \"active\", \"version\": 1}"),
                        new Call("POST", CONNECTORS + "/{id}/rollbacks", JSON, "{\"version\": 1}"))
                .isOpenTo(second, Call.get(CONNECTORS + "/{id}"), Call.get(CONNECTORS + "/{id}/versions/1"))
                .isOpenTo(hub.operator(), Call.get(CONNECTORS + "/{id}"), Call.get(CONNECTORS + "/{id}/state"));
        assertThat(lindby.json(CONNECTORS).at("/meta/total").asInt()).isZero();
        assertThat(lindby.json("/registry/v1/audit?connector=ekbyn")
                        .at("/meta/total")
                        .asInt())
                .isZero();
        assertThat(ekbyn.json("/registry/v1/audit?connector=ekbyn")
                        .at("/audit/0/action")
                        .asString())
                .isEqualTo("connectorRegistered");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /registry/v1/connectors?colour=red | 400 | /query/colour",
                "GET | /registry/v1/connectors?limit=0 | 400 | /query/limit",
                "GET | /registry/v1/connectors?limit=101 | 400 | /query/limit",
                "GET | /registry/v1/connectors?offset=-1 | 400 | /query/offset",
                "GET | /registry/v1/connectors?agency=a&agency=b | 400 | /query/agency",
                "GET | /registry/v1/audit?limit=x | 400 | /query/limit",
                "GET | /registry/v1/connectors/ekbyn?x=1 | 400 | /query/x",
                "GET | /registry/v1/connectors/EKBYN | 404 | EKBYN",
                "GET | /registry/v1/connectors/ekbyn/versions/0 | 404 | no version",
                "GET | /registry/v1/connectors/ekbyn/versions/two | 404 | no version",
                "GET | /registry/v1/connectors/ekbyn/versions/99999999999 | 404 | no version",
                "PATCH | /registry/v1/connectors/ekbyn | 405 | Allowed: DELETE, GET",
                "DELETE | /registry/v1/connectors | 405 | Allowed: GET, POST",
                "POST | /registry/v1/connectors/ekbyn/state | 405 | Allowed: GET, PUT"
            })
    void aRequestThatCannotBeUsedIsToldWhy(String method, String path, int status, String told) {
        assertProblem(ekbyn.send(method, path), status, told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"state\": \"gone\"} | 400 | /state",
                "{\"state\": 1} | 400 | /state",
                "{} | 400 | /state",
                "[] | 400 | object",
                "`` | 400 | JSON",
                "{\"state\": \"active\", \"version\": \"1\"} | 400 | /version",
                "{\"state\": \"active\", \"version\": 1.5} | 400 | /version",
                "{\"state\": \"active\", \"version\": 0} | 400 | /version",
                "{\"state\": \"active\", \"state\": \"paused\"} | 400 | each member once",
                "{\"state\": \"paused\", \"version\": 1} | 400 | /version",
                "{\"state\": \"paused\", \"why\": \"x\"} | 400 | /why",
                "{\"state\": \"paused\"} {} | 400 | JSON",
                "{\"state\": \"paused\"} | 409 | activate an approved version",
                "{\"state\": \"active\", \"version\": 1} | 409 | draft",
                "{\"state\": \"active\", \"version\": 77} | 404 | no version 77"
            })
    void aChangeOfStateIsReadStrictly(String body, int status, String told) {
        assertProblem(ekbyn.sendBody("PUT", EKBYN + "/state", JSON, body), status, told);
    }

    @Test
    void whatIsNoDescriptorIsRefusedAndNotStored() {
        List<HttpResponse<byte[]>> refused = Stream.of(
                        "",
                        "hello",
                        "a: &a [*a]",
                        "[".repeat(20_000),
                        DESCRIPTOR + "---\n" + DESCRIPTOR,
                        DESCRIPTOR.replace("Ekbyns", "\"\\x07\""),
                        DESCRIPTOR + "kind: Connector\n")
                .map(text -> ekbyn.sendBody("POST", EKBYN + "/versions", YAML, text))
                .toList();

        assertThat(refused).allSatisfy(response -> {
            assertProblem(response, 422, "errors");
            assertThat(ekbyn.json(response).at("/errors/0/remedy").asString()).isNotEmpty();
        });
        assertProblem(ekbyn.sendBody("POST", EKBYN + "/versions", JSON, DESCRIPTOR), 422, "JSON is malformed");
        assertProblem(ekbyn.sendBody("POST", EKBYN + "/versions", YAML, "#".repeat(513 * 1024)), 413, "512 KiB");
        assertProblem(ekbyn.sendBody("POST", EKBYN + "/versions", "text/plain", DESCRIPTOR), 415, "application/yaml");
        assertProblem(
                ekbyn.sendBody("POST", EKBYN + "/versions", YAML + ";charset=ISO-8859-1", DESCRIPTOR), 415, "UTF-8");
        assertProblem(lindby.sendBody("POST", CONNECTORS, YAML, DESCRIPTOR), 422, "/metadata/agency");
        assertProblem(ekbyn.sendBody("POST", CONNECTORS, YAML, DESCRIPTOR), 409, "taken");
        assertThat(ekbyn.json(EKBYN + "/versions").at("/meta/total").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsEverCached() {
        assertThat(Stream.of(
                        ekbyn.get(CONNECTORS),
                        ekbyn.get(EKBYN),
                        ekbyn.get(EKBYN + "/versions/1"),
                        ekbyn.get(EKBYN + "/versions/1", "Accept", YAML),
                        ekbyn.get("/registry/v1/audit"),
                        ekbyn.get(CONNECTORS + "/none")))
                .allSatisfy(response -> assertThat(response.headers().allValues("Cache-Control"))
                        .containsExactly("no-store"));
    }

    @Test
    void headAndOptionsAreAnswered() {
        assertThat(ekbyn.send("HEAD", EKBYN).statusCode()).isEqualTo(200);
        assertThat(ekbyn.send("OPTIONS", EKBYN + "/state").headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "PUT"));
    }

    @Test
    void aStateThatHasChangedMeanwhileIsNotOverwritten() {
        HttpResponse<byte[]> state = ekbyn.get(EKBYN + "/state");
        assertThat(state.headers().firstValue("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"draft-"));

        HttpResponse<byte[]> stale =
                ekbyn.sendBody("PUT", EKBYN + "/state", JSON, "{\"state\": \"paused\"}", "If-Match", "\"active-1-x\"");

        assertProblem(stale, 412, "read it again");
    }

    @Test
    void everyOperationIsDescribedApartFromTheCitizens() {
        JsonNode api = ekbyn.json("/registry/v1/openapi.json");
        assertThat(api.at("/info/title").asString()).contains("registry");
        assertThat(api.at("/info/description").asString()).contains("Begränsning", "Limits");
        assertThat(api.at("/servers/0/url").asString()).startsWith("https://");
        assertThat(api.at("/components/securitySchemes").propertyNames()).contains("bearer", "apiKey");
        assertThat(api.path("paths").propertyNames())
                .contains(CONNECTORS, CONNECTORS + "/{id}/versions/{number}/approvals", "/registry/v1/audit")
                .noneMatch(path -> path.startsWith("/catalog"));
        api.path("paths").properties().stream()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String what = operation.getKey() + " " + path.getKey();
                    assertThat(operation.getValue().path("summary").asString())
                            .as(what)
                            .isNotEmpty();
                    assertThat(operation.getValue().path("responses").propertyNames())
                            .as(what)
                            .contains("400", "401", "404");
                }));
        assertThat(hub.client().json("/catalog/v1/openapi.json").path("paths").propertyNames())
                .noneMatch(path -> path.startsWith("/registry"));
    }

    @Test
    void theSchemasAreOpenToEditors() {
        HttpResponse<byte[]> schema = hub.client().get("/registry/v1/connector.schema.json");
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
        assertThat(hub.client().json(schema).has("$schema")).isTrue();
        assertThat(hub.client().get("/registry/v1/contribution.schema.json").statusCode())
                .isEqualTo(200);
    }

    private static void assertProblem(HttpResponse<byte[]> response, int status, String told) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(body).contains(told);
        if (status == 405) {
            assertThat(response.headers().firstValue("Allow")).isPresent();
        }
    }
}
