package se.tjanstenav.catalog.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses a body when it is first asked for, and keeps that unless it is larger than was reckoned with. */
final class Gzip implements Supplier<byte[]> {

    private static final int SHORT = 1024;

    private final byte[] body;
    private volatile byte @Nullable [] kept;

    Gzip(byte[] body) {
        this.body = body;
    }

    /** So many bytes are kept at most beside the body; text that is not short becomes a sixth of it or so. */
    int mostKept() {
        return SHORT + body.length / 4;
    }

    @Override
    public byte[] get() {
        byte[] known = kept;
        if (known != null) {
            return known;
        }
        byte[] compressed = compressed(body);
        if (compressed.length <= mostKept()) {
            kept = compressed;
        }
        return compressed;
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Compressing in memory does no I/O", e);
        }
        return compressed.toByteArray();
    }
}
