package se.tjanstenav.connectors.tck;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A key pair and its certificates, its own first, made for one test. */
record SigningIdentity(KeyPair pair, List<X509Certificate> chain) {

    private static final Duration DAY = Duration.ofDays(1);

    static SigningIdentity selfSigned(String name) {
        return made(name, "RSA", Instant.now().plus(DAY), null);
    }

    static SigningIdentity selfSigned(String name, String algorithm) {
        return made(name, algorithm, Instant.now().plus(DAY), null);
    }

    static SigningIdentity expired(String name) {
        return made(name, "RSA", Instant.now().minus(DAY), null);
    }

    SigningIdentity issue(String name) {
        return made(name, "RSA", Instant.now().plus(DAY), this);
    }

    private static SigningIdentity made(
            String name, String algorithm, Instant until, @Nullable SigningIdentity issuer) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            KeyPair signer = issuer == null ? pair : issuer.pair();
            X500Name subject = new X500Name("CN=" + name);
            X500Name signedBy = issuer == null
                    ? subject
                    : X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded());
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    signedBy,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(until.minus(DAY.multipliedBy(3))),
                    Date.from(until),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == null));
            String signing = signer.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(signing).build(signer.getPrivate()))));
            if (issuer != null) {
                chain.addAll(issuer.chain());
            }
            return new SigningIdentity(pair, List.copyOf(chain));
        } catch (GeneralSecurityException | OperatorException | java.io.IOException e) {
            throw new IllegalStateException("No certificate for " + name, e);
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    String pem() {
        return certificates() + keyPem();
    }

    String certificates() {
        StringBuilder pem = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) {
                pem.append(block("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        return pem.toString();
    }

    String keyPem() {
        Key key = pair.getPrivate();
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
    }
}
