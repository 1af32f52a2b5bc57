package se.tjanstenav.connectors.schema;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.schema.JsonSchema.Violation;
import tools.jackson.databind.JsonNode;

/** Puts the validator's findings into words that say what to do. */
final class Violations {

    private Violations() {}

    /**
     * Words for one finding.
     *
     * @param known the keywords that the schema knows at that place
     */
    static Violation of(Error error, Set<String> known) {
        String at = error.getInstanceLocation().toString();
        String keyword = error.getKeyword();
        JsonNode schema = error.getSchemaNode();
        String property = error.getProperty();
        return switch (keyword) {
            case "additionalProperties", "unevaluatedProperties" ->
                new Violation(
                        below(at, property), "'" + property + "' is not a keyword here", knownRemedy(known, property));
            case "required", "dependentRequired" ->
                new Violation(below(at, property), "'" + property + "' is missing", "Add it.");
            case "const", "enum" ->
                new Violation(at, "the value " + shown(error) + " is not allowed", "Use " + choices(schema) + ".");
            case "pattern" ->
                new Violation(
                        at, "the value " + shown(error) + " has the wrong form", "It must match " + text(schema) + ".");
            case "type" ->
                new Violation(at, "the value is of the wrong type", "It must be of type " + text(schema) + ".");
            case "oneOf", "anyOf" ->
                new Violation(at, "exactly one, or at least one, of several keywords is needed", alternatives(schema));
            case "false" -> new Violation(at, "this does not belong here", "Remove it.");
            default -> new Violation(at, plain(error.getMessage()), "Change the value so that it fits.");
        };
    }

    private static String below(String pointer, @Nullable String property) {
        return property == null
                ? pointer
                : pointer + "/" + property.replace("~", "~0").replace("/", "~1");
    }

    private static String plain(String message) {
        int colon = message.indexOf(": ");
        return message.startsWith("/") || message.startsWith("$") ? message.substring(colon + 2) : message;
    }

    private static String shown(Error error) {
        JsonNode value = error.getInstanceNode();
        String text = value == null ? "" : value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "the schema" : node.isString() ? node.stringValue() : node.toString();
    }

    private static String choices(@Nullable JsonNode node) {
        if (node == null || !node.isArray()) {
            return "'" + text(node) + "'";
        }
        List<String> choices = new ArrayList<>();
        node.forEach(choice -> choices.add("'" + text(choice) + "'"));
        return "one of " + String.join(", ", choices);
    }

    private static String alternatives(@Nullable JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(branch -> branch.path("required").forEach(name -> names.add("'" + text(name) + "'")));
        }
        return "Give " + String.join(" or ", names) + ".";
    }

    private static String knownRemedy(Set<String> known, @Nullable String property) {
        if (known.isEmpty() || property == null) {
            return "Remove it.";
        }
        Optional<String> near =
                known.stream().filter(name -> near(name, property)).findFirst();
        return near.map(name -> "Did you mean '" + name + "'?")
                .orElse("Remove it, or use one of " + String.join(", ", known) + ".");
    }

    /** Whether two names differ by at most two inserted, deleted or changed characters. */
    private static boolean near(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal
                        + (Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()] <= 2;
    }
}
