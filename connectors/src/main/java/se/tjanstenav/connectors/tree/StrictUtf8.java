package se.tjanstenav.connectors.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 as {@link java.io.InputStreamReader} reads it with a decoder that reports what is not valid. Java makes strings
 * of bytes several times as fast as characters of a stream; where a string tells of a replacement, the decoder has the
 * last word on whether the answer itself has that character.
 */
final class StrictUtf8 extends Reader {

    private static final int BUFFER = 8 * 1024;
    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_CHARACTER = 4;

    private final InputStream in;
    private final byte[] bytes = new byte[BUFFER];

    /** Bytes at the beginning of the buffer that belong to a character which is not complete yet. */
    private int held;

    private String text = "";
    private int at;
    private boolean ended;
    private @Nullable CoderResult fault;

    StrictUtf8(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        while (at == text.length()) {
            if (ended && fault == null) {
                return -1;
            }
            readOn();
        }
        int count = Math.min(length, text.length() - at);
        text.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    private void readOn() throws IOException {
        if (fault != null) {
            fault.throwException();
        }
        int count = in.read(bytes, held, bytes.length - held);
        ended = count < 0;
        int size = held + Math.max(0, count);
        int whole = ended ? size : size - unfinished(size);
        text = decoded(whole);
        at = 0;
        held = size - whole;
        System.arraycopy(bytes, whole, bytes, 0, held);
    }

    /** How many bytes at the end begin a character without ending it. */
    private int unfinished(int size) {
        for (int back = 1; back < LONGEST_CHARACTER && back <= size; back++) {
            int unit = bytes[size - back] & 0xFF;
            if (unit >= 0xC0) {
                return back < length(unit) ? back : 0;
            }
            if (unit < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    /** Of the character that begins so. */
    private static int length(int first) {
        if (first < 0xE0) {
            return 2;
        }
        return first < 0xF0 ? 3 : LONGEST_CHARACTER;
    }

    /** What is valid comes before the fault. */
    private String decoded(int size) {
        String decoded = new String(bytes, 0, size, StandardCharsets.UTF_8);
        if (decoded.indexOf(REPLACEMENT) < 0) {
            return decoded;
        }
        CharBuffer valid = CharBuffer.allocate(size);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, size), valid, true);
        if (result.isError()) {
            fault = result;
        }
        return valid.flip().toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
