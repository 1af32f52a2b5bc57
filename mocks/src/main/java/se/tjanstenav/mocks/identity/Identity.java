package se.tjanstenav.mocks.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** A private key and its certificate chain, the holder's own certificate first. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    Identity {
        chain = List.copyOf(chain);
    }

    /** Reads what {@link #pem()} wrote. */
    static Identity parse(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        PrivateKey key = null;
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                } else if (part instanceof PrivateKeyInfo info) {
                    key = new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("Not a certificate chain and private key in PEM", e);
        }
        if (key == null || chain.isEmpty()) {
            throw new IllegalArgumentException("A certificate and a private key in PEM are both needed");
        }
        return new Identity(key, chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Certificate chain and unencrypted PKCS#8 key in one text. */
    String pem() {
        return certificatePem() + pemOf(writer -> writer.writeObject(new JcaPKCS8Generator(key, null)));
    }

    String certificatePem() {
        return pemOf(writer -> {
            for (X509Certificate certificate : chain) {
                writer.writeObject(certificate);
            }
        });
    }

    @Override
    public String toString() {
        return "Identity[" + certificate().getSubjectX500Principal() + "]";
    }

    private interface Content {
        void writeTo(JcaPEMWriter writer) throws IOException;
    }

    private static String pemOf(Content content) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            content.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write PEM", e);
        }
        return text.toString();
    }
}
