package se.tjanstenav.mocks.records;

import java.io.InputStream;
import java.nio.charset.Charset;

/** A whole answer, made while it is read: at any time only one record of it is held. */
public record AnswerBody(String head, Records records, String separator, String tail) {

    /** The answer from its beginning; every stream is the same. */
    public InputStream stream(Charset charset) {
        return new Pieces(charset);
    }

    /** Closing it early costs nothing, unlike that of a sequence of streams, which goes through all that is left. */
    private final class Pieces extends InputStream {

        private final Charset charset;
        private final long count = records.size();
        private byte[] piece = new byte[0];
        private int used;
        private long next = -1;

        Pieces(Charset charset) {
            this.charset = charset;
        }

        @Override
        public int read() {
            return filled() ? Byte.toUnsignedInt(piece[used++]) : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!filled()) {
                return -1;
            }
            int read = Math.min(length, piece.length - used);
            System.arraycopy(piece, used, target, offset, read);
            used += read;
            return read;
        }

        private boolean filled() {
            while (used == piece.length && next <= count) {
                piece = text(next++).getBytes(charset);
                used = 0;
            }
            return used < piece.length;
        }

        private String text(long place) {
            if (place < 0) {
                return head;
            }
            if (place == count) {
                return tail;
            }
            String text = records.at(place).text();
            return place == 0 ? text : separator + text;
        }
    }
}
