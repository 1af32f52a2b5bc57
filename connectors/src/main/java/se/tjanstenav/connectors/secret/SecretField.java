package se.tjanstenav.connectors.secret;

import java.util.Arrays;
import java.util.Optional;

/** The fields of a descriptor that take a secret. Each knows the JSON pointer of the reference, such as {@code /spec/auth/key}. */
public enum SecretField {
    API_KEY("/spec/auth/key"),
    CLIENT_SECRET("/spec/auth/clientSecret"),
    PASSWORD("/spec/auth/password"),
    CLIENT_CERTIFICATE("/spec/tls/clientCertificate"),
    TRUST("/spec/tls/trust"),
    USERNAME_TOKEN_PASSWORD("/spec/soap/wsSecurity/usernameToken/password"),
    SIGNING_KEY("/spec/soap/wsSecurity/signature/key");

    private final String pointer;

    SecretField(String pointer) {
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    /** The field at a pointer; empty if no secret belongs there. */
    public static Optional<SecretField> at(String pointer) {
        return Arrays.stream(values())
                .filter(field -> field.pointer.equals(pointer))
                .findFirst();
    }

    @Override
    public String toString() {
        return pointer;
    }
}
