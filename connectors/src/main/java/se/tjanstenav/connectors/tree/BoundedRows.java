package se.tjanstenav.connectors.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * Bounds how long a row of CSV may grow and how many cells it may have, while it is read and before it is held whole. In
 * a row that is too long, every stretch of plain characters shrinks to one: quotes, separators and line ends stay, so
 * the row ends where it did, and the next one can be read.
 */
final class BoundedRows extends FilterReader {

    private static final int MAX_SEPARATORS = 200_000;

    private final String structure;
    private final char separator;
    private int characters;
    private int separators;
    private char last = '\n';
    private boolean atEnd;

    BoundedRows(Reader in, char separator, @Nullable Character quote) {
        super(in);
        this.separator = separator;
        this.structure = "\r\n" + separator + (quote == null ? "" : quote);
    }

    /** Begins to count anew; what the parser has read ahead by then belongs to the row before. */
    void nextRow() {
        characters = 0;
        separators = 0;
    }

    /** Whether the row that was read last is too long, and so not what the agency sent. */
    boolean isShortened() {
        return characters > NodeBudget.MAX_CHARACTERS;
    }

    /** Whether the text has been read to its end, and that is no line end. */
    boolean endedWithinLine() {
        return atEnd && last != '\n' && last != '\r';
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = isShortened() ? readShortened(buffer, offset) : super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            last = buffer[i];
            separators += last == separator ? 1 : 0;
        }
        atEnd |= count < 0;
        characters += Math.max(0, count);
        if (characters > 2 * NodeBudget.MAX_CHARACTERS || separators > MAX_SEPARATORS) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE,
                    "A row of the CSV has over %d separators, or millions of quotes and line ends"
                            .formatted(MAX_SEPARATORS));
        }
        return count;
    }

    /** One character at a time, so that nothing of the next row is read before that is begun. */
    private int readShortened(char[] buffer, int offset) throws IOException {
        boolean afterPlain = isPlain(last);
        int character = in.read();
        while (afterPlain && character >= 0 && isPlain((char) character)) {
            character = in.read();
        }
        if (character < 0) {
            return -1;
        }
        buffer[offset] = (char) character;
        return 1;
    }

    private boolean isPlain(char character) {
        return structure.indexOf(character) < 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
