package se.tjanstenav.connectors.egress;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Descriptor.SecretReference;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** TLS contexts with a connector's own client certificate and trust. */
final class TlsContexts {

    private final Secrets secrets;
    private final List<X509Certificate> extraTrust;

    TlsContexts(Secrets secrets, List<X509Certificate> extraTrust) {
        this.secrets = secrets;
        this.extraTrust = extraTrust;
    }

    SSLContext context(Descriptor.Tls tls) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys(tls.clientCertificate()), trust(tls.trust()), null);
        return context;
    }

    private KeyManager @Nullable [] keys(@Nullable SecretReference reference)
            throws GeneralSecurityException, IOException {
        if (reference == null) {
            return null;
        }
        PemContent pem = PemContent.of(
                secrets.read(reference.secret(), SecretField.CLIENT_CERTIFICATE).reveal());
        PrivateKey key = pem == null ? null : pem.getPrivateKey();
        if (pem == null || key == null) {
            throw new GeneralSecurityException("The secret holds no certificate with a private key in PEM form");
        }
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, new char[0], pem.getCertificates().toArray(Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private TrustManager[] trust(@Nullable SecretReference reference) throws GeneralSecurityException, IOException {
        List<X509Certificate> trusted = new ArrayList<>();
        if (reference == null) {
            trusted.addAll(platformTrust());
            trusted.addAll(extraTrust);
        } else {
            PemContent pem = PemContent.of(
                    secrets.read(reference.secret(), SecretField.TRUST).reveal());
            if (pem != null) {
                trusted.addAll(pem.getCertificates());
            }
        }
        KeyStore store = emptyStore();
        for (X509Certificate certificate : trusted) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return factory(store).getTrustManagers();
    }

    private static List<X509Certificate> platformTrust() throws GeneralSecurityException {
        List<X509Certificate> trusted = new ArrayList<>();
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                trusted.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return trusted;
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
