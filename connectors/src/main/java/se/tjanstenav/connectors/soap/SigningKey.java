package se.tjanstenav.connectors.soap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.apache.wss4j.common.crypto.Crypto;
import org.apache.wss4j.common.crypto.Merlin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/**
 * The RSA key that signs requests, with its certificates.
 *
 * @param chain number of certificates
 */
record SigningKey(Crypto crypto, int chain) {

    static final String ALIAS = "hub";

    /**
     * Reads a PEM.
     *
     * @throws SourceException that names the secret and what is wrong, and never shows a piece of it
     */
    static SigningKey read(String secret, Secrets secrets, Clock clock) {
        String text = secrets.read(secret, SecretField.SIGNING_KEY).reveal();
        List<X509Certificate> chain = certificates(text);
        PrivateKey key = key(text);
        if (chain.isEmpty() || key == null) {
            throw unusable(secret, "holds no certificate with a private key in PEM form that can be read");
        }
        X509Certificate own = chain.get(0);
        if (!(key instanceof RSAKey rsa)
                || !(own.getPublicKey() instanceof RSAKey pair)
                || !rsa.getModulus().equals(pair.getModulus())) {
            throw unusable(secret, "holds a private key that is not the RSA key of its first certificate");
        }
        try {
            own.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw unusable(
                    secret,
                    "holds a certificate that is valid from %s until %s only"
                            .formatted(
                                    own.getNotBefore().toInstant(),
                                    own.getNotAfter().toInstant()));
        }
        return new SigningKey(crypto(secret, key, chain), chain.size());
    }

    // Causes are left out on purpose: what a parser says of a text that it does not understand may quote it.

    private static List<X509Certificate> certificates(String text) {
        try {
            PemContent pem = PemContent.of(text);
            return pem == null ? List.of() : pem.getCertificates();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private static @Nullable PrivateKey key(String text) {
        try {
            PemContent pem = PemContent.of(text);
            return pem == null ? null : pem.getPrivateKey();
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static Crypto crypto(String secret, PrivateKey key, List<X509Certificate> chain) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(Certificate[]::new));
            Merlin crypto = new Merlin();
            crypto.setKeyStore(store);
            return crypto;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(secret, "holds a key or certificate that Java cannot use");
        }
    }

    private static SourceException unusable(String secret, String what) {
        return SourceException.of(FaultCode.UNUSABLE_KEY, "The secret '%s' %s".formatted(secret, what));
    }
}
