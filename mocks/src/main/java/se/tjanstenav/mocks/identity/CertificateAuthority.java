package se.tjanstenav.mocks.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made at start, so that no key is ever committed; certificates live a month. */
final class CertificateAuthority {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Identity root;

    CertificateAuthority(Identity root) {
        this.root = root;
    }

    static CertificateAuthority create() {
        KeyPair pair = newKeyPair();
        X500Name name = new X500Name("CN=Tjanstenav stub agencies CA,O=Stub");
        try {
            X509v3CertificateBuilder builder = builder(name, name, pair, justNow())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new CertificateAuthority(new Identity(pair.getPrivate(), List.of(sign(builder, pair.getPrivate()))));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make the stub agencies' certificate authority", e);
        }
    }

    String pem() {
        return root.certificatePem();
    }

    /** The authority with its private key, to be kept secret. */
    Identity root() {
        return root;
    }

    Identity server(String host) {
        return issue(host, KeyPurposeId.id_kp_serverAuth, justNow());
    }

    /** One that ran out yesterday. */
    Identity expiredServer(String host) {
        return issue(
                host, KeyPurposeId.id_kp_serverAuth, Instant.now().minus(LIFE).minus(Duration.ofDays(1)));
    }

    Identity client(String name) {
        return issue(name, KeyPurposeId.id_kp_clientAuth, justNow());
    }

    /** For XML signatures, which many systems understand by RSA only. */
    Identity signing(String name) {
        return issue(name, KeyPurposeId.id_kp_clientAuth, justNow(), rsaKeyPair());
    }

    /** The authority's certificate alone, to trust what it signed. */
    KeyStore trustStore() {
        KeyStore store = newStore();
        try {
            store.setCertificateEntry("ca", root.certificate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make the trust store", e);
        }
        return store;
    }

    static KeyStore keyStore(Identity identity, char[] password) {
        KeyStore store = newStore();
        try {
            store.setKeyEntry("stub", identity.key(), password, identity.chain().toArray(Certificate[]::new));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make the key store of " + identity, e);
        }
        return store;
    }

    private Identity issue(String dnsName, KeyPurposeId purpose, Instant from) {
        return issue(dnsName, purpose, from, newKeyPair());
    }

    private Identity issue(String dnsName, KeyPurposeId purpose, Instant from, KeyPair pair) {
        X500Name issuer = X500Name.getInstance(
                root.certificate().getSubjectX500Principal().getEncoded());
        try {
            X509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + dnsName + ",O=Stub"), pair, from)
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
            return new Identity(pair.getPrivate(), List.of(sign(builder, root.key()), root.certificate()));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a certificate for " + dnsName, e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair, Instant from) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM),
                Date.from(from),
                Date.from(from.plus(LIFE)),
                subject,
                pair.getPublic());
    }

    /** The clock of a machine that just woke up may be a little behind the one that checks. */
    private static Instant justNow() {
        return Instant.now().minus(Duration.ofHours(1));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a stub certificate", e);
        }
    }

    private static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make a key pair", e);
        }
    }

    private static KeyPair rsaKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make an RSA key pair", e);
        }
    }

    private static KeyStore newStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Cannot make a key store", e);
        }
    }
}
