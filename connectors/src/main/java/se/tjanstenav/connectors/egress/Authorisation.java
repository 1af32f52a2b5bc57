package se.tjanstenav.connectors.egress;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

/** What a connector's requests carry to be let in. Safe for use by several threads. */
public sealed interface Authorisation permits Authorisation.Anonymous, Authorisation.ApiKey, AccessTokens {

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
}
