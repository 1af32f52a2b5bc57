package se.tjanstenav.mocks.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys, certificates and secrets of stub agencies. Key stores on disk go when it is closed. */
public final class StubKeys implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String AUTHORITY = "ca.pem";
    private static final String AUTHORITY_KEY = "ca-with-key.pem";
    private static final Duration LEAST_LIFE = Duration.ofDays(1);

    private final @Nullable KeyFolder folder;
    private final CertificateAuthority authority;
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<Path> written = new ArrayList<>();
    private final String password = newSecret();

    /** Keys of this run only, or, with a folder, those kept there as long as they are valid. */
    public StubKeys(@Nullable KeyFolder folder) {
        this.folder = folder;
        Optional<Identity> kept = folder == null
                ? Optional.empty()
                : folder.read(AUTHORITY_KEY).map(Identity::parse).filter(StubKeys::valid);
        authority = kept.map(CertificateAuthority::new).orElseGet(CertificateAuthority::create);
        if (folder != null && kept.isEmpty()) {
            folder.write(AUTHORITY_KEY, authority.root().pem());
            folder.write(AUTHORITY, authority.pem());
        }
    }

    public String authorityPem() {
        return authority.pem();
    }

    public Map<String, String> secrets() {
        return Map.copyOf(secrets);
    }

    /** The secret of that name, made up at the first call. */
    public String secret(String name) {
        return secrets.computeIfAbsent(name, unused -> kept(name).orElseGet(() -> keep(name, newSecret())));
    }

    public void makeClientCertificate(String name) {
        certificate(name, () -> authority.client("tjanstenav"));
    }

    public void makeSigningCertificate(String name) {
        certificate(name, () -> authority.signing("tjanstenav"));
    }

    private void certificate(String name, Supplier<Identity> maker) {
        secrets.computeIfAbsent(name, unused -> kept(name)
                .filter(this::signedHere)
                .orElseGet(() -> keep(name, maker.get().pem())));
    }

    private Optional<String> kept(String name) {
        return folder == null ? Optional.empty() : folder.read(name);
    }

    private String keep(String name, String secret) {
        if (folder != null) {
            folder.write(name, secret);
        }
        return secret;
    }

    private boolean signedHere(String pem) {
        Identity identity = Identity.parse(pem);
        return valid(identity) && identity.chain().contains(authority.root().certificate());
    }

    private static boolean valid(Identity identity) {
        return identity.certificate()
                .getNotAfter()
                .toInstant()
                .isAfter(Instant.now().plus(LEAST_LIFE));
    }

    public KeyStore trustStore() {
        return authority.trustStore();
    }

    public KeyStore serverKeyStore(String host, ServerCertificate certificate) {
        Identity identity =
                switch (certificate) {
                    case GOOD -> authority.server(host);
                    case EXPIRED -> authority.expiredServer(host);
                    case FOREIGN -> authority.server("another-host.example");
                };
        return CertificateAuthority.keyStore(identity, password.toCharArray());
    }

    /** The same in a file, for a server that reads no other way. */
    public Path serverKeyStoreFile(String host, ServerCertificate certificate) {
        try {
            Path file = Files.createTempFile("stub-", ".p12");
            written.add(file);
            try (OutputStream out = Files.newOutputStream(file)) {
                serverKeyStore(host, certificate).store(out, password.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Cannot write the key store of " + host, e);
        }
    }

    /** What protects the key stores. */
    public String password() {
        return password;
    }

    @Override
    public void close() {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + file, e);
            }
        }
    }

    private static String newSecret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
