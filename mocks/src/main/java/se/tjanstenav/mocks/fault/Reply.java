package se.tjanstenav.mocks.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * An answer on its way out, whatever protocol it came from.
 *
 * @param headers without regard to case; a length among them is sent as it is, even where it is a lie
 * @param body opened once, when the answer is sent
 */
public record Reply(int status, Map<String, String> headers, Supplier<InputStream> body, Ending ending) {

    /** What happens to the connection. */
    public enum Ending {
        /** The answer is sent whole. */
        WHOLE,
        /** The connection ends after the body, which is shorter than promised. */
        CUT,
        /** Nothing is sent, the connection is reset. */
        RESET,
        /** The answer is sent a byte at a time, slowly. */
        DRIP
    }

    public Reply {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    static Reply of(int status, String contentType, byte[] body) {
        return new Reply(
                status, Map.of("Content-Type", contentType), () -> new ByteArrayInputStream(body), Ending.WHOLE);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Reply(status, more, body, ending);
    }

    Reply withStatus(int newStatus) {
        return new Reply(newStatus, headers, body, ending);
    }

    Reply withBody(byte[] newBody) {
        return withBody(() -> new ByteArrayInputStream(newBody));
    }

    Reply withBody(Supplier<InputStream> newBody) {
        return new Reply(status, headers, newBody, ending);
    }

    Reply ending(Ending newEnding) {
        return new Reply(status, headers, body, newEnding);
    }

    String contentType() {
        return headers.getOrDefault("Content-Type", "application/octet-stream");
    }

    /** The whole body, which must come to an end. */
    byte[] bytes() {
        try (InputStream in = body.get()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the stub's own answer", e);
        }
    }
}
