package se.tjanstenav.connectors.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** Bounds how long a row of CSV may grow and how many cells it may have, while it is read and before it is held whole. */
final class BoundedRows extends FilterReader {

    private static final int MAX_CHARACTERS = 4 * 1024 * 1024;
    private static final int MAX_SEPARATORS = 200_000;

    private final char separator;
    private int characters;
    private int separators;
    private char last = '\n';
    private boolean atEnd;

    BoundedRows(Reader in, char separator) {
        super(in);
        this.separator = separator;
    }

    /** Begins to count anew; what the parser has read ahead by then belongs to the row before. */
    void nextRow() {
        characters = 0;
        separators = 0;
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
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            last = buffer[i];
            separators += last == separator ? 1 : 0;
        }
        atEnd |= count < 0;
        characters += Math.max(0, count);
        if (characters > MAX_CHARACTERS || separators > MAX_SEPARATORS) {
            throw SourceException.of(
                    FaultCode.TOO_LARGE,
                    "A row of the CSV has over %d characters or %d separators"
                            .formatted(MAX_CHARACTERS, MAX_SEPARATORS));
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
