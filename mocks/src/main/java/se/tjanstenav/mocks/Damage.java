package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;

/** The bytes of faulty answers, the same for every protocol. */
final class Damage {

    static final String ERROR_TEXT = "503 Stub agency is out of order on request\n";
    static final byte[] HTML_PAGE =
            "<!DOCTYPE html><html><head><title>Driftstopp</title></head><body><p>Tjänsten är tillfälligt stängd.</p></body></html>"
                    .getBytes(UTF_8);
    static final Duration DRIP = Duration.ofMillis(250);

    /** Neither JSON nor XML survives this, wherever it lands. */
    private static final byte[] POISON = "\"<}".getBytes(UTF_8);

    private Damage() {}

    static byte[] malformed(byte[] body) {
        ByteArrayOutputStream broken = new ByteArrayOutputStream(body.length + POISON.length);
        broken.write(body, 0, body.length / 2);
        broken.writeBytes(POISON);
        broken.write(body, body.length / 2, body.length - body.length / 2);
        return broken.toByteArray();
    }

    static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }
}
