package se.tjanstenav.connectors.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema (2020-12) of this module. Safe for use by several threads. */
public final class JsonSchema {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Schema schema;

    private JsonSchema(Schema schema) {
        this.schema = schema;
    }

    /** Loads a schema that lies beside {@link se.tjanstenav.connectors} on the class path. */
    public static JsonSchema load(String name) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        String resource = "/se/tjanstenav/connectors/" + name;
        try (InputStream json = JsonSchema.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("The schema " + resource + " is missing from the class path");
            }
            Schema schema = registry.getSchema(json, InputFormat.JSON);
            schema.initializeValidators();
            return new JsonSchema(schema);
        } catch (IOException e) {
            throw new IllegalStateException("The schema " + resource + " cannot be read", e);
        }
    }

    /** Every fault of a tree of maps, lists and scalars, ordered by pointer; none if it is valid. */
    public List<Violation> check(@Nullable Object tree) {
        JsonNode node = MAPPER.valueToTree(tree);
        Map<String, Violation> byFault = new LinkedHashMap<>();
        for (Error error : schema.validate(node)) {
            Violation violation = Violations.of(error, known(error));
            byFault.putIfAbsent(violation.pointer() + "\n" + violation.problem(), violation);
        }
        List<Violation> sorted = new ArrayList<>(byFault.values());
        sorted.sort(Comparator.comparing(Violation::pointer));
        return sorted;
    }

    private Set<String> known(Error error) {
        String location = error.getSchemaLocation().toString();
        String keyword = location.substring(location.indexOf('#') + 1);
        String around = keyword.substring(0, Math.max(0, keyword.lastIndexOf('/')));
        return new LinkedHashSet<>(
                schema.getSchemaNode().at(around).path("properties").propertyNames());
    }

    /**
     * One fault.
     *
     * @param pointer JSON pointer to the value, or to where it is missing
     * @param problem what is wrong, without a full stop
     * @param remedy what to do, as a sentence
     */
    public record Violation(String pointer, String problem, String remedy) {}
}
