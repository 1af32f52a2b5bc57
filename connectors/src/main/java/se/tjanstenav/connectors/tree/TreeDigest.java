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

    /** Texts are short and many, so they are gathered before they are digested. */
    private static final int GATHERED = 8 * 1024;

    private static final int HEAD = 1 + Integer.BYTES;

    private final MessageDigest sha256;
    private final ByteBuffer gathered = ByteBuffer.allocate(GATHERED);

    private TreeDigest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    /** The digest in hexadecimal digits. */
    public static String of(@Nullable Object tree) {
        try {
            TreeDigest digest = new TreeDigest(MessageDigest.getInstance("SHA-256"));
            digest.add(tree);
            digest.flush();
            return HexFormat.of().formatHex(digest.sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform provides SHA-256", e);
        }
    }

    /** Each value begins with what it is and how long, so that no two trees are written alike. */
    private void add(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            begin('{', map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                add(entry.getKey());
                add(entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else if (value instanceof String text) {
            add(text);
        } else {
            add(value instanceof Number ? '0' : ' ', String.valueOf(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As Latin-1 where it is that, since Java keeps such a text so and only copies it; otherwise as UTF-8. */
    private void add(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        if (text.equals(new String(latin, StandardCharsets.ISO_8859_1))) {
            add('"', latin);
        } else {
            add('u', text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void add(char kind, byte[] bytes) {
        begin(kind, bytes.length);
        if (bytes.length > gathered.remaining()) {
            flush();
        }
        if (bytes.length > gathered.remaining()) {
            sha256.update(bytes);
        } else {
            gathered.put(bytes);
        }
    }

    private void begin(char kind, int size) {
        if (HEAD > gathered.remaining()) {
            flush();
        }
        gathered.put((byte) kind).putInt(size);
    }

    private void flush() {
        sha256.update(gathered.array(), 0, gathered.position());
        gathered.clear();
    }
}
