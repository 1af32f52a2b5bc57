package se.tjanstenav.connectors.egress;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** What a connector's requests carry to be let in. Safe for use by several threads. */
public sealed interface Authorisation
        permits Authorisation.Anonymous, Authorisation.ApiKey, Authorisation.Basic, AccessTokens {

    /** The headers to add, fetching a token first where one is needed. */
    Map<String, String> headers(RunDeadline deadline);

    /** Tells that what the headers carried was refused; true if another attempt can carry something else. */
    boolean renew(Map<String, String> refused);

    /** The authorisation a descriptor asks for. */
    static Authorisation of(Descriptor.Auth auth, EgressClient client, Secrets secrets, Clock clock) {
        return switch (auth.type()) {
            case NONE -> new Anonymous();
            case API_KEY ->
                new ApiKey(
                        Objects.requireNonNull(auth.header()),
                        Objects.requireNonNull(auth.key()).secret(),
                        secrets);
            case BASIC ->
                new Basic(
                        Objects.requireNonNull(auth.username()),
                        Objects.requireNonNull(auth.password()).secret(),
                        secrets);
            case OAUTH2_CLIENT_CREDENTIALS -> new AccessTokens(auth, client, secrets, clock);
        };
    }

    /** Nothing is needed. */
    record Anonymous() implements Authorisation {

        @Override
        public Map<String, String> headers(RunDeadline deadline) {
            return Map.of();
        }

        @Override
        public boolean renew(Map<String, String> refused) {
            return false;
        }
    }

    /** A key in a header, read anew for each request so that it can be rotated. */
    record ApiKey(String header, String secret, Secrets secrets) implements Authorisation {

        @Override
        public Map<String, String> headers(RunDeadline deadline) {
            String key = secrets.read(secret, SecretField.API_KEY).reveal();
            if (key.chars().anyMatch(character -> character < 0x21 || character > 0x7e)) {
                throw SourceException.of(
                        FaultCode.AUTH, "The API key in the secret '" + secret + "' holds blanks or line ends");
            }
            return Map.of(header, key);
        }

        @Override
        public boolean renew(Map<String, String> refused) {
            return false;
        }
    }

    /** Name and password (RFC 7617, in UTF-8), read anew for each request so that it can be changed. */
    record Basic(String username, String secret, Secrets secrets) implements Authorisation {

        @Override
        public Map<String, String> headers(RunDeadline deadline) {
            String password = secrets.read(secret, SecretField.PASSWORD).reveal();
            if (password.chars().anyMatch(character -> character < 0x20 || character == 0x7f)) {
                throw SourceException.of(
                        FaultCode.AUTH, "The password in the secret '" + secret + "' holds control characters");
            }
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            String credentials = Base64.getEncoder().encodeToString(pair);
            secrets.alsoMask(secret + " as credentials", credentials);
            return Map.of(HttpHeaders.AUTHORIZATION, "Basic " + credentials);
        }

        @Override
        public boolean renew(Map<String, String> refused) {
            return false;
        }
    }
}
