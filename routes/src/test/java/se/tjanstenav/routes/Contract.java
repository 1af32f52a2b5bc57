package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.tjanstenav.routes.http.Roots;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The citizen API's committed contract, against which every answer that a test gets is held: its status and media type are
 * told there, and its JSON has all that is promised and nothing that is not.
 */
public final class Contract {

    /** Where it lies in the project. */
    public static final Path COMMITTED = Path.of("../docs/openapi/catalog-v1.yaml");

    /** Whether it is about to be replaced, so that nothing can be held against it. */
    public static final boolean WRITTEN_ANEW = Boolean.getBoolean("contract.write");

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final List<String> NOT_OF_THE_API =
            List.of("/openapi.json", "/openapi.yaml", "/docs", "/swagger-ui");
    private static final Set<String> ONE_DOCUMENT = Set.of("application/json", "application/problem+json");
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectNode DOCUMENT = committed();

    private Contract() {}

    private static ObjectNode committed() {
        try {
            ObjectNode document = (ObjectNode) new YAMLMapper().readTree(Files.readString(COMMITTED));
            document.at("/components/schemas").forEach(Contract::close);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
    }

    /** A field of which the contract says nothing is a fault. */
    private static void close(JsonNode schema) {
        if (schema.has("properties") && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
        }
    }

    /** The whole of it. */
    public static JsonNode document() {
        return DOCUMENT;
    }

    /**
     * Holds an answer against it, if it is one of the citizen API's.
     *
     * @throws AssertionError if the contract does not tell of such an answer
     */
    static void check(String method, String pathAndQuery, HttpResponse<byte[]> answer) {
        String path = pathAndQuery.replaceFirst("\\?.*", "");
        boolean ours = !WRITTEN_ANEW
                && path.startsWith(Roots.CATALOG + "/")
                && NOT_OF_THE_API.stream().noneMatch(part -> path.startsWith(Roots.CATALOG + part));
        if (ours && (method.equals("GET") || method.equals("HEAD"))) {
            operation(path).ifPresent(operation -> check(operation, "GET " + pathAndQuery, method, answer));
        }
    }

    /** The operation at the path; a path that is spelled out wins over one with a parameter. */
    private static Optional<JsonNode> operation(String path) {
        JsonNode paths = DOCUMENT.path("paths");
        if (paths.has(path)) {
            return Optional.of(paths.path(path).path("get"));
        }
        return paths.propertyNames().stream()
                .filter(template -> path.matches(PARAMETER.matcher(template).replaceAll("[^/]+")))
                .findFirst()
                .map(template -> paths.path(template).path("get"));
    }

    private static void check(JsonNode operation, String asked, String method, HttpResponse<byte[]> answer) {
        String status = String.valueOf(answer.statusCode());
        JsonNode told = followed(operation.path("responses").path(status));
        assertThat(told.isMissingNode())
                .as("%s answered %s, of which %s says nothing", asked, status, COMMITTED)
                .isFalse();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst("\\s*;.*", "");
        if (answer.body().length == 0 || method.equals("HEAD") || type.isEmpty()) {
            return;
        }
        JsonNode schema = told.path("content").path(type).path("schema");
        assertThat(told.path("content").has(type))
                .as("%s answered %s as %s, of which %s says nothing", asked, status, type, COMMITTED)
                .isTrue();
        boolean zipped = answer.headers().firstValue("Content-Encoding").isPresent();
        if (ONE_DOCUMENT.contains(type) && !zipped) {
            assertThat(faults(schema, answer.body()))
                    .as("what %s says of the answer %s to %s", COMMITTED, status, asked)
                    .isEmpty();
        }
    }

    private static JsonNode followed(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** What the schema says against the JSON. */
    public static List<Error> faults(JsonNode schema, byte[] json) {
        Schema compiled = SCHEMAS.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = (ObjectNode) JSON.readTree(text);
            whole.set("components", DOCUMENT.path("components"));
            return REGISTRY.getSchema(whole);
        });
        return compiled.validate(JSON.readTree(json));
    }
}
