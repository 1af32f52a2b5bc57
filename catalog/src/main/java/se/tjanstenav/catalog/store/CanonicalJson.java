package se.tjanstenav.catalog.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
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
        try {
            byte[] canonical = form(tree, false).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
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
        if (node.isObject()) {
            return object(node);
        }
        if (node.isArray()) {
            return array(node, ordered);
        }
        if (node.isNumber()) {
            return node.decimalValue().stripTrailingZeros().toString();
        }
        return node.isString() ? text(node.stringValue()) : node.toString();
    }

    private static String object(JsonNode node) {
        StringBuilder form = new StringBuilder("{");
        for (String name : new TreeSet<>(node.propertyNames())) {
            JsonNode value = node.get(name);
            if (!value.isNull() && !(value.isContainer() && value.isEmpty())) {
                form.append(text(name)).append(':').append(form(value, isOrdered(name)));
            }
        }
        return form.append('}').toString();
    }

    private static String array(JsonNode node, boolean ordered) {
        StringBuilder form = new StringBuilder("[");
        var elements = node.valueStream().map(element -> form(element, false));
        (ordered ? elements : elements.sorted())
                .forEach(element -> form.append(element).append(','));
        return form.append(']').toString();
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
