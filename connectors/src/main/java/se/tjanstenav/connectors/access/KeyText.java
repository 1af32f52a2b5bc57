package se.tjanstenav.connectors.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as it is written: {@code tjn_<id>_<256 random bits><checksum>}, all in hexadecimal. The prefix lets secret
 * scanners find keys, the checksum tells a key from what only looks like one.
 */
final class KeyText {

    private static final Pattern FORM = Pattern.compile("(tjn_([0-9a-f]{12})_[0-9a-f]{64})([0-9a-f]{8})");
    private static final HexFormat HEX = HexFormat.of();
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String text;

    private KeyText(String id, String text) {
        this.id = id;
        this.text = text;
    }

    static KeyText random(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        String body = "tjn_%s_%s".formatted(HEX.formatHex(id), HEX.formatHex(secret));
        return new KeyText(HEX.formatHex(id), body + checksum(body));
    }

    /** What was presented, if it can be a key at all. */
    static Optional<KeyText> of(String presented) {
        Matcher form = FORM.matcher(presented);
        return form.matches() && checksum(form.group(1)).equals(form.group(3))
                ? Optional.of(new KeyText(form.group(2), presented))
                : Optional.empty();
    }

    String id() {
        return id;
    }

    String text() {
        return text;
    }

    String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HEX.formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time wherever the first difference is. */
    boolean hasSha256(String kept) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return HEX.toHexDigits((int) crc.getValue());
    }
}
