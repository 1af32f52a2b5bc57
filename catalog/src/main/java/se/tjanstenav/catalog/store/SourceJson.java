package se.tjanstenav.catalog.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Source records as JSON, in the order their agency wrote them, up to a size; what is larger is not worth keeping. */
final class SourceJson {

    /** Services with all their texts in three languages take some 10 KiB. */
    static final int MOST_BYTES = 64 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SourceJson() {}

    /** Empty if the record is too large, or is no text that a database could keep. */
    static Optional<String> write(@Nullable Object source) {
        BoundedBytes bytes = new BoundedBytes();
        try {
            MAPPER.writeValue((OutputStream) bytes, source);
        } catch (JacksonException | TooManyBytesException e) {
            return Optional.empty();
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }

    static @Nullable Object read(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    private static final class TooManyBytesException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyBytesException() {
            super("more than " + MOST_BYTES + " bytes", null, false, false);
        }
    }

    private static final class BoundedBytes extends ByteArrayOutputStream {

        @Override
        public void write(int b) {
            require(1);
            super.write(b);
        }

        @Override
        public void write(byte[] b, int off, int len) {
            require(len);
            super.write(b, off, len);
        }

        private void require(int more) {
            if (count + more > MOST_BYTES) {
                throw new TooManyBytesException();
            }
        }
    }
}
