package se.tjanstenav.mocks.records;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** JSON arrays taken apart without a change to the text of a record; values are found by JSON pointer. */
final class JsonRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonRecords() {}

    static DataFile parse(String text, Layout layout) {
        List<RawRecord> records = new ArrayList<>();
        String head = "[";
        String separator = ",\n  ";
        int end = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw layout.unreadable("must be one JSON array of records", null);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                if (records.isEmpty()) {
                    head = text.substring(0, start);
                } else if (records.size() == 1) {
                    separator = text.substring(end, start);
                }
                parser.skipChildren();
                end = (int) parser.currentLocation().getCharOffset();
                String record = text.substring(start, end);
                records.add(new RawRecord(layout.id() == null ? "" : value(record, layout.id()), record));
            }
        } catch (JacksonException e) {
            throw layout.unreadable("is not JSON", e);
        }
        String tail = records.isEmpty() ? "]" : text.substring(end);
        return new DataFile(head, Records.of(records), separator, tail, new Pointers());
    }

    private static final class Pointers implements DataFile.Values {

        @Override
        public String of(String record, String pointer) {
            return value(record, pointer);
        }

        @Override
        public String reordered(String record, long by) {
            JsonNode tree = JSON.readTree(record);
            reorder(tree, by);
            return tree.toString();
        }
    }

    private static void reorder(JsonNode node, long by) {
        if (node instanceof ArrayNode list && list.valueStream().allMatch(JsonNode::isString)) {
            List<JsonNode> texts = new ArrayList<>(list.elements());
            Collections.rotate(texts, -Math.floorMod(by, Math.max(1, texts.size())));
            list.removeAll().addAll(texts);
        }
        for (JsonNode child : node) {
            reorder(child, by);
        }
    }

    private static String value(String record, String pointer) {
        JsonNode found = JSON.readTree(record).at(pointer);
        return found.isValueNode() && !found.isNull() ? found.asString() : "";
    }
}
