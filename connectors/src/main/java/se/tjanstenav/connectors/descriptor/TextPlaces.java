package se.tjanstenav.connectors.descriptor;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Where in a YAML file a character of a text stands, although YAML has indented, folded or escaped the text: the
 * characters that are no blanks come in the same order in both.
 */
final class TextPlaces {

    private static final String BLANK_ESCAPES = "ntrfvLP \t\r\n";

    private final int[] yaml;

    TextPlaces(String yaml) {
        this.yaml = yaml.codePoints().toArray();
    }

    /** The place of the beginning of the word, or of the sign, that ends just before a position of the text. */
    Place ofWord(ScalarNode text, int end) {
        String value = text.getValue();
        int at = Math.max(0, Math.min(end, value.length()) - 1);
        while (at > 0 && isOfWord(value.charAt(at)) && isOfWord(value.charAt(at - 1))) {
            at--;
        }
        return of(text, at);
    }

    private static boolean isOfWord(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }

    /**
     * The place of a character.
     *
     * @param position in the text, from 0; beyond its end for its last character
     */
    private Place of(ScalarNode text, int position) {
        int start = text.getStartMark().map(Mark::getIndex).orElse(-1);
        if (start < 0 || start >= yaml.length) {
            return Place.UNKNOWN;
        }
        String value = text.getValue();
        String before = value.substring(
                0, Math.max(0, Math.min(position, value.stripTrailing().length() - 1)));
        long visible = before.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .count();
        return place(nth(visible, beginning(start, text.getScalarStyle()), text.getScalarStyle()));
    }

    /** Where the characters of the text begin, behind an anchor, a tag, a quote or the header of a block. */
    private int beginning(int start, ScalarStyle style) {
        int at = start;
        while (at < yaml.length && (yaml[at] == '&' || yaml[at] == '!')) {
            at = skip(at, false);
            at = skip(at, true);
        }
        return switch (style) {
            case LITERAL, FOLDED -> endOfLine(at);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> at + 1;
            case PLAIN, JSON_SCALAR_STYLE -> at;
        };
    }

    private int skip(int from, boolean blanks) {
        int at = from;
        while (at < yaml.length && Character.isWhitespace(yaml[at]) == blanks) {
            at++;
        }
        return at;
    }

    private int endOfLine(int from) {
        int at = from;
        while (at < yaml.length && yaml[at] != '\n' && yaml[at] != '\r') {
            at++;
        }
        return at;
    }

    private int nth(long visible, int beginning, ScalarStyle style) {
        long left = visible;
        int at = beginning;
        while (at < yaml.length) {
            int length = length(at, style);
            if (!isBlank(at, length)) {
                if (left == 0) {
                    return at;
                }
                left--;
            }
            at += length;
        }
        return yaml.length - 1;
    }

    /** How many characters of the file make one of the text. */
    private int length(int at, ScalarStyle style) {
        if (style == ScalarStyle.SINGLE_QUOTED && yaml[at] == '\'') {
            return 2;
        }
        if (style != ScalarStyle.DOUBLE_QUOTED || yaml[at] != '\\' || at + 1 == yaml.length) {
            return 1;
        }
        return switch (yaml[at + 1]) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private boolean isBlank(int at, int length) {
        return length == 2 && yaml[at] == '\\'
                ? BLANK_ESCAPES.indexOf(yaml[at + 1]) >= 0
                : Character.isWhitespace(yaml[at]);
    }

    private Place place(int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index; i++) {
            boolean ends = yaml[i] == '\n' || (yaml[i] == '\r' && yaml[i + 1] != '\n');
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Place(line, column);
    }
}
