package se.tjanstenav.connectors.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.Excerpt;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lines that fit into a hundred columns, but for words that are longer; none of which an agency can use to steer the terminal. */
final class TerminalText {

    static final int RED = 31;
    static final int GREEN = 32;
    static final int YELLOW = 33;
    static final int GREY = 90;

    private static final int WIDTH = 100;
    private static final int MOST_LINES = 24;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper ONE_LINE = JsonMapper.shared();

    private final boolean coloured;
    private final StringBuilder text = new StringBuilder();

    TerminalText(boolean coloured) {
        this.coloured = coloured;
    }

    String painted(String word, int colour) {
        return coloured ? "\u001b[%dm%s\u001b[0m".formatted(colour, word) : word;
    }

    void line(String line) {
        text.append(line.stripTrailing()).append('\n');
    }

    void wrapped(String sentence, String indent) {
        List<String> lines = Wrapped.lines(sentence, WIDTH - indent.length() - 2);
        for (int i = 0; i < lines.size(); i++) {
            line(indent + (i == 0 ? "" : "  ") + lines.get(i));
        }
    }

    /** A tree as JSON, as far as it is looked at in a terminal. */
    void tree(String title, @Nullable Object tree, String indent) {
        String head = "%-6s".formatted(title);
        List<String> lines = MAPPER.writeValueAsString(tree).lines().toList();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            line(indent
                    + (i == 0 ? head : " ".repeat(head.length()))
                    + cut(harmless(lines.get(i)), WIDTH - indent.length() - head.length()));
        }
        if (lines.size() > MOST_LINES) {
            line("%s%s… %d more lines, which --json shows"
                    .formatted(indent, " ".repeat(head.length()), lines.size() - MOST_LINES));
        }
    }

    /** A value on one line. */
    String value(@Nullable Object value) {
        return value == null ? "nothing" : cut(harmless(ONE_LINE.writeValueAsString(value)), 2 * WIDTH);
    }

    /** Without characters that do something instead of being seen. */
    static String harmless(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            boolean acts = Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
            safe.appendCodePoint(acts ? '�' : point);
        });
        return safe.toString();
    }

    private static String cut(String line, int width) {
        if (line.length() <= width) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(width - 2)) ? width - 2 : width - 1;
        return line.substring(0, end) + Excerpt.CUT;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
