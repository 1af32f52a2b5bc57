package se.tjanstenav.catalog.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The one form of a JSON tree that is equal for all trees which say the same: sorted keys, single blanks and
 * paragraph breaks, plain numbers, lists sorted where their order means nothing. Made for comparing, not for showing.
 */
final class CanonicalJson {

    /** Lists that a reader follows step by step. */
    private static final Set<String> ORDERED = Set.of("requirements", "conditions", "steps");

    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[\\s\\u00A0]*\\n");
    private static final String PARAGRAPH = "\n\n";

    private CanonicalJson() {}

    /** SHA-256 of the canonical form, in hexadecimal digits. */
    static String hash(JsonNode tree) {
        return hash(form(tree, false));
    }

    /** The forms of an object's members by their names, without those that say nothing. */
    static SortedMap<String, String> members(JsonNode object) {
        SortedMap<String, String> forms = new TreeMap<>();
        object.forEachEntry((name, value) -> {
            if (says(value)) {
                forms.put(name, form(value, isOrdered(name)));
            }
        });
        return forms;
    }

    /** The hash of the object that has these members. */
    static String hash(SortedMap<String, String> members) {
        StringBuilder form = new StringBuilder("{");
        members.forEach((name, value) -> form.append(text(name)).append(':').append(value));
        return hash(form.append('}').toString());
    }

    private static String hash(String form) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    /** Whether the order of a list of that name means something. */
    static boolean isOrdered(String name) {
        return ORDERED.contains(name);
    }

    /**
     * The canonical form.
     *
     * @param ordered whether the order of the tree's own elements means something
     */
    static String form(JsonNode node, boolean ordered) {
        StringBuilder form = new StringBuilder();
        write(node, ordered, form);
        return form.toString();
    }

    private static void write(JsonNode node, boolean ordered, StringBuilder form) {
        if (node.isObject()) {
            writeObject(node, form);
        } else if (node.isArray()) {
            writeArray(node, ordered, form);
        } else if (node.isNumber()) {
            form.append(node.decimalValue().stripTrailingZeros());
        } else {
            form.append(node.isString() ? text(node.stringValue()) : node.toString());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder form) {
        form.append('{');
        for (String name : new TreeSet<>(node.propertyNames())) {
            JsonNode value = node.get(name);
            if (says(value)) {
                form.append(text(name)).append(':');
                write(value, isOrdered(name), form);
            }
        }
        form.append('}');
    }

    private static boolean says(JsonNode value) {
        return !value.isNull() && !(value.isContainer() && value.isEmpty());
    }

    private static void writeArray(JsonNode node, boolean ordered, StringBuilder form) {
        form.append('[');
        if (ordered) {
            node.forEach(element -> {
                write(element, false, form);
                form.append(',');
            });
        } else {
            node.valueStream().map(element -> form(element, false)).sorted().forEach(element -> form.append(element)
                    .append(','));
        }
        form.append(']');
    }

    private static String text(String text) {
        if (isPlain(text)) {
            return '"' + text + '"';
        }
        String single = WHITESPACE
                .matcher(text)
                .replaceAll(blanks -> BLANK_LINE.matcher(blanks.group()).find() ? PARAGRAPH : " ")
                .strip();
        return '"' + single.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Whether the text is its own canonical form, as most are; telling that is much cheaper than making the form. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean blank = character == ' ';
            if (character < ' '
                    || character == '"'
                    || character == '\\'
                    || character == '\u00A0'
                    || (blank && before == ' ')
                    || (character > '\u00A0' && Character.isWhitespace(character))) {
                return false;
            }
            before = character;
        }
        return text.isEmpty() || before != ' ';
    }
}
