package se.tjanstenav.connectors.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * The elements of one array in a JSON answer, or the one object that stands in its place. The array is entered while
 * streaming, so only one element is held at a time; invalid UTF-8 is a fault and never replaced.
 */
public final class JsonRecords implements RecordReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(NodeBudget.MAX_CHARACTERS + 1)
                    .maxNumberLength(100)
                    .maxNameLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final List<String> path;
    private final TreePointer pointer;
    private final boolean orOne;
    private final Deque<Map<String, @Nullable Object>> levels = new ArrayDeque<>();
    private final NodeBudget budget = new NodeBudget();
    private final NodeBudget envelopeBudget = new NodeBudget();
    private final Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    private @Nullable Object current;
    private boolean started;
    private boolean inRecords;
    private boolean found;

    /** Reads the array at the pointer; the empty pointer means that the answer itself is the array. */
    public JsonRecords(InputStream json, TreePointer records) {
        this(json, records, false);
    }

    /**
     * Reads the records at the pointer.
     *
     * @param orOne whether an object in place of the array is the one record
     */
    public JsonRecords(InputStream json, TreePointer records, boolean orOne) {
        this.orOne = orOne;
        this.pointer = records;
        this.path = records.segments();
        this.parser = FACTORY.createParser(
                ObjectReadContext.empty(),
                new ShortenedStrings(StrictText.reader(json, StandardCharsets.UTF_8, "The JSON")));
    }

    /** Reads a whole document as one tree. */
    public static @Nullable Object readTree(InputStream json) {
        return readTree(json, NodeBudget.MAX_NODES, NodeBudget.MAX_CHARACTERS);
    }

    /** Reads a whole document of at most so many values and characters of text as one tree. */
    public static @Nullable Object readTree(InputStream json, int maxValues, int maxCharacters) {
        NodeBudget budget = new NodeBudget(maxValues, maxCharacters);
        try (JsonRecords document = new JsonRecords(json, TreePointer.parse(""))) {
            document.parser.nextToken();
            Object tree = document.value(budget);
            budget.requireUnspent();
            if (document.parser.nextToken() != null) {
                throw SourceException.of(FaultCode.MALFORMED_RESPONSE, "The JSON goes on after its end");
            }
            return tree;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    @Override
    public boolean advance() {
        try {
            if (!started && start()) {
                return true;
            }
            while (inRecords || !levels.isEmpty()) {
                if (inRecords ? readRecord() : readAround()) {
                    return true;
                }
            }
            finish();
            return false;
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /** Enters the answer; whether it is the one record itself. */
    private boolean start() {
        started = true;
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw SourceException.of(FaultCode.TRUNCATED, "The answer is empty");
        }
        if (path.isEmpty() && first == JsonToken.START_ARRAY) {
            inRecords = true;
            found = true;
        } else if (path.isEmpty() && first == JsonToken.VALUE_NULL) {
            found = true;
        } else if (!path.isEmpty() && first == JsonToken.START_OBJECT) {
            levels.push(envelope);
        } else if (orOne && first == JsonToken.START_OBJECT) {
            return readOne();
        } else {
            throw noList();
        }
        return false;
    }

    private boolean readOne() {
        found = true;
        budget.reset();
        current = value(budget);
        return true;
    }

    private boolean readRecord() {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            inRecords = false;
            return false;
        }
        budget.reset();
        current = value(budget);
        return true;
    }

    /** Reads one name and value outside the records, or enters the path to them; finds a record only where it is the one. */
    private boolean readAround() {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            levels.pop();
            return false;
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean onPath =
                levels.size() <= path.size() && path.get(levels.size() - 1).equals(name);
        boolean last = levels.size() == path.size();
        if (onPath && last && value == JsonToken.START_ARRAY) {
            inRecords = true;
            found = true;
        } else if (onPath && last && orOne && value == JsonToken.START_OBJECT) {
            return readOne();
        } else if (onPath && last && value == JsonToken.VALUE_NULL) {
            // Several agencies write null for an empty list.
            found = true;
        } else if (onPath && !last && value == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> level = new LinkedHashMap<>();
            innermost().put(name, level);
            levels.push(level);
        } else {
            innermost().put(name, value(envelopeBudget));
            envelopeBudget.requireUnspent();
        }
        return false;
    }

    private Map<String, @Nullable Object> innermost() {
        return levels.element();
    }

    private void finish() {
        if (parser.nextToken() != null) {
            throw SourceException.of(FaultCode.MALFORMED_RESPONSE, "The JSON goes on after its end");
        }
    }

    @Override
    public void requireList() {
        if (!found) {
            throw noList();
        }
    }

    private SourceException noList() {
        return SourceException.of(
                FaultCode.MALFORMED_RESPONSE, "The answer has no list of records at '%s'".formatted(pointer));
    }

    private @Nullable Object value(NodeBudget budget) {
        budget.take();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw SourceException.of(FaultCode.TRUNCATED, "The JSON ends before its first value");
        }
        return switch (token) {
            case START_OBJECT -> object(budget);
            case START_ARRAY -> array(budget);
            case VALUE_STRING -> text(budget);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private @Nullable String text(NodeBudget budget) {
        // Where nobody asks for a text, the parser skips it without holding it.
        if (budget.spent()) {
            return null;
        }
        String text = parser.getString();
        return budget.takeText(text.length()) ? text : null;
    }

    private Map<String, @Nullable Object> object(NodeBudget budget) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(budget);
            if (!budget.spent()) {
                map.put(name, value);
            }
        }
        return map;
    }

    private List<@Nullable Object> array(NodeBudget budget) {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = value(budget);
            if (!budget.spent()) {
                list.add(value);
            }
        }
        return list;
    }

    private static SourceException malformed(JacksonException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return SourceException.of(FaultCode.MALFORMED_RESPONSE, "The JSON is not valid UTF-8", e);
        }
        if (e.getCause() instanceof IOException broken) {
            return SourceException.in(broken).orElseGet(() -> BrokenStream.fault(broken));
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return SourceException.of(FaultCode.TRUNCATED, "The JSON ends in the middle", e);
        }
        if (e instanceof StreamConstraintsException) {
            return SourceException.of(
                    FaultCode.TOO_LARGE, "The JSON is nested too deep or has too long a number or name", e);
        }
        String where = "line %d column %d"
                .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        return SourceException.of(
                FaultCode.MALFORMED_RESPONSE,
                "The JSON is malformed at %s: %s".formatted(where, Excerpt.of(e.getOriginalMessage())),
                e);
    }

    @Override
    public @Nullable Object current() {
        return current;
    }

    @Override
    public boolean isOversized() {
        return budget.spent();
    }

    @Override
    public Map<String, @Nullable Object> envelope() {
        return envelope;
    }

    @Override
    public void close() {
        parser.close();
    }
}
