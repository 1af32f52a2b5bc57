package se.tjanstenav.connectors.tree;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * JSON without the rest of strings that are far too long: a string keeps enough characters to be seen to be too long,
 * and its end. So the parser can go on behind it, and never holds it whole.
 */
final class ShortenedStrings extends FilterReader {

    private static final int KEPT = NodeBudget.MAX_CHARACTERS + 1;
    private static final int HEX_DIGITS = 4;

    private boolean inString;
    private boolean keeping;
    private boolean afterBackslash;
    private int restOfEscape;
    private int length;

    ShortenedStrings(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    /** Never answers with nothing before the end, though all that was read may have been dropped. */
    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int kept = 0;
        while (kept == 0) {
            int count = super.read(buffer, offset, size);
            if (count <= 0) {
                return count;
            }
            kept = keep(buffer, offset, offset + count) - offset;
        }
        return kept;
    }

    /** Moves what is kept to the front; the end of it. Most characters decide nothing, and are passed over together. */
    private int keep(char[] buffer, int offset, int end) {
        int kept = offset;
        int at = offset;
        while (at < end) {
            int until = restOfEscape > 0 ? at : plain(buffer, at, end);
            if (kept != at) {
                System.arraycopy(buffer, at, buffer, kept, until - at);
            }
            kept += until - at;
            at = until;
            if (at < end) {
                if (keeps(buffer[at])) {
                    buffer[kept++] = buffer[at];
                }
                at++;
            }
        }
        return kept;
    }

    /** The first character from here on that begins or ends something, or that may be too many. */
    private int plain(char[] buffer, int from, int end) {
        int at = from;
        if (!inString) {
            while (at < end && buffer[at] != '"') {
                at++;
            }
            return at;
        }
        int most = Math.min(end, from + KEPT - length);
        while (at < most && buffer[at] != '"' && buffer[at] != '\\') {
            at++;
        }
        length += at - from;
        return at;
    }

    private boolean keeps(char character) {
        if (!inString) {
            inString = character == '"';
            length = 0;
            return true;
        }
        if (restOfEscape > 0) {
            restOfEscape = afterBackslash && character == 'u' ? HEX_DIGITS : restOfEscape - 1;
            afterBackslash = false;
            return keeping;
        }
        if (character == '"') {
            inString = false;
            return true;
        }
        keeping = length < KEPT;
        length += keeping ? 1 : 0;
        afterBackslash = character == '\\';
        restOfEscape = afterBackslash ? 1 : 0;
        return keeping;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
