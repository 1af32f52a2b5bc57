package se.tjanstenav.connectors.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 of a tree of maps, lists, texts, numbers, booleans and null. Trees that differ in anything, the order of their
 * entries included, have different digests.
 */
public final class TreeDigest {

    private final MessageDigest sha256;
    private final ByteBuffer head = ByteBuffer.allocate(1 + Integer.BYTES);

    private TreeDigest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /** The digest in hexadecimal digits. */
    public static String of(@Nullable Object tree) {
        try {
            TreeDigest digest = new TreeDigest(MessageDigest.getInstance("SHA-256"));
            digest.add(tree);
            return HexFormat.of().formatHex(digest.sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    /** Each value begins with what it is and how long, so that no two trees are written alike. */
    private void add(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            begin('{', map.size());
            map.forEach((name, child) -> {
                add(name);
                add(child);
            });
        } else if (value instanceof List<?> list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else if (value instanceof String text) {
            scalar('"', text);
        } else {
            scalar(value instanceof Number ? '0' : ' ', String.valueOf(value));
        }
    }

    private void scalar(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(kind, bytes.length);
        sha256.update(bytes);
    }

    private void begin(char kind, int size) {
        sha256.update(head.clear().put((byte) kind).putInt(size).flip());
    }
}
