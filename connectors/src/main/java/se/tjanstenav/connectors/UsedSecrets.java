package se.tjanstenav.connectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Descriptor.SecretReference;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * The secrets that a connection is built with and keeps using: certificates, and what tokens are fetched with. Told
 * apart by a digest, so that no value is kept for comparison.
 */
record UsedSecrets(String digest) {

    static UsedSecrets now(Descriptor.Spec spec, Secrets secrets) {
        MessageDigest digest = sha256();
        add(spec.tls().clientCertificate(), SecretField.CLIENT_CERTIFICATE, secrets, digest);
        add(spec.tls().trust(), SecretField.TRUST, secrets, digest);
        add(spec.auth().clientSecret(), SecretField.CLIENT_SECRET, secrets, digest);
        return new UsedSecrets(HexFormat.of().formatHex(digest.digest()));
    }

    private static void add(
            @Nullable SecretReference reference, SecretField field, Secrets secrets, MessageDigest digest) {
        if (reference == null) {
            return;
        }
        digest.update((byte) field.ordinal());
        try {
            byte[] value = secrets.read(reference.secret(), field).reveal().getBytes(StandardCharsets.UTF_8);
            digest.update(sha256().digest(value));
        } catch (SourceException e) {
            // Whoever needs the secret tells that it cannot be read; here it only is another state than before.
            digest.update((byte) -1);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves out the digest, by which a guess could be tried. */
    @Override
    public String toString() {
        return "UsedSecrets[***]";
    }
}
