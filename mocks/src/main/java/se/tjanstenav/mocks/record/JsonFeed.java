package se.tjanstenav.mocks.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON pages: the records of all of them in one array, and what stands around them on the first. */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String HERE = "RECORDS STAND HERE";

    private final Mask mask;

    JsonFeed(Mask mask) {
        this.mask = mask;
    }

    /** The feed, or nothing where the pages hold no list of records at one and the same place. */
    @Nullable
    Feed read(List<String> pages, boolean linked) {
        List<JsonNode> masked =
                pages.stream().map(page -> masked("", false, tree(page))).toList();
        JsonNode first = masked.get(0);
        String place = place(first, "");
        if (place == null || pages.get(0).contains("{{")) {
            return null;
        }
        ArrayNode records = JSON.createArrayNode();
        masked.forEach(page -> page.at(place).forEach(records::add));
        String envelope = place.isEmpty() ? null : envelope((ObjectNode) first, place, linked);
        return new Feed(
                "json",
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(records) + "\n",
                records.size(),
                first.at(place).size(),
                identity(records),
                envelope,
                null);
    }

    /** The document, masked, for an answer that is no feed. */
    String masked(String document) {
        return JSON.writeValueAsString(masked("", false, tree(document)));
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new RecordingException("The JSON cannot be read, hence not masked: " + e.getOriginalMessage(), e);
        }
    }

    private JsonNode masked(String label, boolean person, JsonNode node) {
        boolean ofPerson = person || Labels.person(label);
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.forEachEntry((name, value) -> copy.set(
                    mask.text(name), masked(Labels.secret(label) || name.isEmpty() ? label : name, ofPerson, value)));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(each -> copy.add(masked(label, ofPerson, each)));
            return copy;
        }
        if (node.isNull() || node.isBoolean()) {
            return node;
        }
        String text = node.asString();
        String value = mask.value(label, ofPerson, text);
        if (node.isNumber()) {
            return value.equals(text) ? node : JSON.readTree(value.matches("[1-9]\\d*") ? value : "0");
        }
        return StringNode.valueOf(value);
    }

    /** The pointer to the longest list of objects, at most three members deep; the first of equally long ones. */
    private static @Nullable String place(JsonNode node, String here) {
        if (node.isArray()) {
            return !node.isEmpty() && node.valueStream().allMatch(JsonNode::isObject) ? here : null;
        }
        String found = null;
        int longest = 0;
        if (here.chars().filter(each -> each == '/').count() < 3) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                String place = place(member.getValue(), here + "/" + name);
                int length = place == null
                        ? 0
                        : node.at(place.substring(here.length())).size();
                if (length > longest) {
                    longest = length;
                    found = place;
                }
            }
        }
        return found;
    }

    private static String envelope(ObjectNode page, String place, boolean linked) {
        int last = place.lastIndexOf('/');
        String name = place.substring(last + 1).replace("~1", "/").replace("~0", "~");
        ObjectNode around = page.deepCopy();
        ((ObjectNode) around.at(place.substring(0, last))).put(name, HERE);
        String text = JSON.writeValueAsString(linked ? placeholders(around) : around);
        return text.replace("\"" + HERE + "\"", "[{{records}}]").replaceAll("\"(\\{\\{\\w+}})\"", "$1");
    }

    /** Where there are pages, what tells of them is told anew for each. */
    private static JsonNode placeholders(ObjectNode around) {
        around.properties().forEach(member -> {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = member.getValue();
            if (value instanceof ObjectNode inner) {
                placeholders(inner);
            } else if (value.isNumber() && name.matches("pages|totalpages|pagecount|sidor")) {
                member.setValue(StringNode.valueOf("{{pages}}"));
            } else if (value.isNumber() && name.matches("total.*|antal.*|hits|traffar")) {
                member.setValue(StringNode.valueOf("{{total}}"));
            } else if (value.isNumber() && name.matches("page|pagenumber|sida|sidnummer|currentpage")) {
                member.setValue(StringNode.valueOf("{{page}}"));
            } else if (value.isNumber() && name.matches("count|antalpasidan")) {
                member.setValue(StringNode.valueOf("{{count}}"));
            } else if (name.matches("next|nextpage|nextlink|nasta")
                    && value.asString("").startsWith("http")) {
                member.setValue(StringNode.valueOf("{{nextUrl}}"));
            }
        });
        return around;
    }

    private static @Nullable String identity(ArrayNode records) {
        List<Map<String, String>> values = new ArrayList<>();
        records.forEach(each -> {
            Map<String, String> scalars = new LinkedHashMap<>();
            each.properties().forEach(member -> {
                if (member.getValue().isString() || member.getValue().isIntegralNumber()) {
                    scalars.put(
                            "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            member.getValue().asString());
                }
            });
            values.add(scalars);
        });
        return Feed.identity(values);
    }
}
