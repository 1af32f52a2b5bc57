package se.tjanstenav.catalog.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedContributions.FieldChange;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Service;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Model records as the JSON text that the store keeps, and their hashes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static @Nullable String writeOptional(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> @Nullable T readOptional(@Nullable String json, Class<T> type) {
        return json == null ? null : read(json, type);
    }

    /** A list of texts; none where there is nothing. */
    static List<String> texts(@Nullable String json) {
        return json == null ? List.of() : List.of(read(json, String[].class));
    }

    /** The constant as the API spells it. */
    static String name(Enum<?> constant) {
        return MAPPER.convertValue(constant, String.class);
    }

    static <E extends Enum<E>> E constant(String name, Class<E> type) {
        return MAPPER.convertValue(name, type);
    }

    /**
     * What the contribution says. The source's own time of change is left out, since sources move it without changing
     * anything.
     */
    static String hash(Contribution contribution) {
        return hash(contribution, "changedAt");
    }

    /** Where what two contributions say differs, of all that {@link #hash(Contribution)} takes in. */
    static List<FieldChange> changes(Contribution before, Contribution after) {
        return FieldChanges.between(
                without(MAPPER.valueToTree(before), "changedAt"), without(MAPPER.valueToTree(after), "changedAt"));
    }

    /** The tree as maps, lists and scalars. */
    static @Nullable Object plain(@Nullable JsonNode tree) {
        return tree == null ? null : MAPPER.treeToValue(tree, Object.class);
    }

    /** JSON pointers to where a service differs from its stored body, of all that {@link #hashes} takes in. */
    static List<String> changedFields(String before, Service after) {
        return FieldChanges.pointers(
                without((ObjectNode) MAPPER.readTree(before), "changedAt"),
                without(MAPPER.valueToTree(after), "changedAt"));
    }

    /**
     * Hashes of a service, neither of which takes in the time of its change.
     *
     * @param whole of all else
     * @param content of what it says, whoever said it
     */
    record Hashes(String whole, String content) {}

    static Hashes hashes(Service service) {
        SortedMap<String, String> members = CanonicalJson.members(without(MAPPER.valueToTree(service), "changedAt"));
        String whole = CanonicalJson.hash(members);
        members.remove("provenance");
        return new Hashes(whole, CanonicalJson.hash(members));
    }

    /** All of the value but the named fields. */
    static String hash(Object value, String... leftOut) {
        return CanonicalJson.hash(without(MAPPER.valueToTree(value), leftOut));
    }

    /** All of the journey but the time of its change. */
    static String hash(PublishedJourney journey) {
        return hash(journey, "changedAt");
    }

    /** What the journey says, whoever said it. */
    static String contentHash(PublishedJourney journey) {
        return hash(journey, "changedAt", "provenance");
    }

    private static JsonNode without(ObjectNode tree, String... names) {
        for (String name : names) {
            tree.remove(name);
        }
        return tree;
    }
}
