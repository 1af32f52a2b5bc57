package se.tjanstenav.connectors.secret;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts a value for one slot and one key with AES-256-GCM. What is opened for another slot, with another key or
 * under another version than it was sealed for does not open.
 */
final class Seal {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD = 1 + NONCE_BYTES;
    private static final int SHORTEST = HEAD + TAG_BITS / 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static String close(String value, SecretSlot slot, SecretKeys.Active key) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key.key(), nonce, 0, binding(slot, key.id()))
                    .doFinal(value.getBytes(StandardCharsets.UTF_8));
            ByteBuffer sealed = ByteBuffer.allocate(HEAD + encrypted.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(encrypted);
            return Base64.getEncoder().encodeToString(sealed.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform lacks AES-256-GCM", e);
        }
    }

    /** The value; empty if this is not what was sealed for that slot with that key. */
    static Optional<String> open(String sealed, SecretSlot slot, String keyId, SecretKey key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length < SHORTEST || bytes[0] != VERSION) {
                return Optional.empty();
            }
            byte[] value = cipher(Cipher.DECRYPT_MODE, key, bytes, 1, binding(slot, keyId))
                    .doFinal(bytes, HEAD, bytes.length - HEAD);
            return Optional.of(new String(value, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, int from, byte[] binding)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE_BYTES));
        cipher.updateAAD(binding);
        return cipher;
    }

    /** Each part has its length before it, so that no two slots give the same bytes. */
    private static byte[] binding(SecretSlot slot, String keyId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(slot.connector());
            out.writeUTF(slot.name());
            out.writeUTF(slot.field().pointer());
            out.writeUTF(keyId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
