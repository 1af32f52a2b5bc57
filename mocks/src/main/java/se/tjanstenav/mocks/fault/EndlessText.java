package se.tjanstenav.mocks.fault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import se.tjanstenav.mocks.agency.Gate;

/** Bodies larger than any caller should read, made while they are sent. */
final class EndlessText {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BOMB_MEBIBYTES = 2048;

    private EndlessText() {}

    /** The beginning of an answer and then blanks, until the caller has had enough or the agency is stopped. */
    static InputStream after(byte[] beginning, Gate gate) {
        return new SequenceInputStream(new ByteArrayInputStream(beginning), new Blanks(gate));
    }

    /** Two gibibytes of blanks in two mebibytes; a file of many gzip members is one stream by RFC 1952. */
    static InputStream gzipBomb() {
        byte[] blanks = new byte[MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
            gzip.write(blanks);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot compress in memory", e);
        }
        return new Repeated(member.toByteArray(), BOMB_MEBIBYTES);
    }

    private static final class Blanks extends InputStream {

        private final Gate gate;

        Blanks(Gate gate) {
            this.gate = gate;
        }

        @Override
        public int read() {
            return gate.isOpen() ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (!gate.isOpen()) {
                return -1;
            }
            Arrays.fill(buffer, offset, offset + length, (byte) ' ');
            return length;
        }
    }

    private static final class Repeated extends InputStream {

        private final byte[] part;
        private long left;

        Repeated(byte[] part, int times) {
            this.part = part;
            this.left = (long) part.length * times;
        }

        @Override
        public int read() {
            return left == 0 ? -1 : part[position((int) (left-- % part.length))] & 0xFF;
        }

        private int position(int leftOfPart) {
            return leftOfPart == 0 ? 0 : part.length - leftOfPart;
        }
    }
}
