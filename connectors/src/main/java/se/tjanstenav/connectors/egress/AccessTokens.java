package se.tjanstenav.connectors.egress;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;
import se.tjanstenav.connectors.tree.JsonRecords;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Access tokens by OAuth 2 client credentials (RFC 6749 §4.4), kept until shortly before they expire. One thread
 * fetches, the others wait.
 */
final class AccessTokens implements Authorisation {

    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final TreePointer TOKEN = TreePointer.parse("/access_token");
    private static final TreePointer LIFE = TreePointer.parse("/expires_in");

    private final Descriptor.Auth auth;
    private final EgressClient client;
    private final Secrets secrets;
    private final Clock clock;
    private @Nullable Token current;

    AccessTokens(Descriptor.Auth auth, EgressClient client, Secrets secrets, Clock clock) {
        this.auth = auth;
        this.client = client;
        this.secrets = secrets;
        this.clock = clock;
    }

    private record Token(Map<String, String> headers, Instant refreshAt) {

        @Override
        public String toString() {
            return "Token[***, refreshAt=" + refreshAt + "]";
        }
    }

    @Override
    public synchronized Map<String, String> headers(RunDeadline deadline) {
        Token token = current;
        if (token == null || !clock.instant().isBefore(token.refreshAt())) {
            token = fetch(deadline);
            current = token;
        }
        return token.headers();
    }

    @Override
    public synchronized boolean renew(Map<String, String> refused) {
        if (current != null && current.headers().equals(refused)) {
            current = null;
        }
        return true;
    }

    private Token fetch(RunDeadline deadline) {
        try (EgressResponse response = client.send(request(), deadline)) {
            if (response.status() == 400 || response.status() == 401 || response.status() == 403) {
                throw response.fault(FaultCode.AUTH, "the client credentials were refused");
            }
            Statuses.requireOk(response);
            response.requireSyntax("json");
            return token(tree(response), response);
        }
    }

    /** Says of an answer that cannot be read nothing more than that: what is wrong with it may be said in its words. */
    private static @Nullable Object tree(EgressResponse response) {
        try {
            return JsonRecords.readTree(response.body());
        } catch (SourceException e) {
            throw response.fault(e.code(), "the answer cannot be read as JSON");
        }
    }

    private EgressRequest request() {
        String form = "grant_type=client_credentials" + (auth.scope() == null ? "" : "&scope=" + encode(auth.scope()));
        String secret = secrets.read(secretName(), SecretField.CLIENT_SECRET).reveal();
        String basic = encode(Objects.requireNonNull(auth.clientId())) + ":" + encode(secret);
        String credentials = Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        secrets.alsoMask(secretName() + " as credentials", credentials);
        return new EgressRequest(
                HttpMethod.POST,
                Objects.requireNonNull(auth.tokenUrl()),
                Map.of(
                        HttpHeaders.AUTHORIZATION, "Basic " + credentials,
                        HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE,
                        HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_FORM_URLENCODED_VALUE),
                form.getBytes(StandardCharsets.US_ASCII),
                true);
    }

    private Token token(@Nullable Object answer, EgressResponse response) {
        String value = TOKEN.findText(answer)
                .orElseThrow(() -> response.fault(FaultCode.MALFORMED_RESPONSE, "the answer holds no access_token"));
        if (value.chars().anyMatch(character -> character < 0x21 || character > 0x7e)) {
            throw SourceException.of(FaultCode.MALFORMED_RESPONSE, "The access token holds characters it must not");
        }
        secrets.alsoMask(secretName() + " as token of " + auth.tokenUrl(), value);
        Duration life = LIFE.findText(answer).map(AccessTokens::life).orElse(UNKNOWN_LIFE);
        Duration margin = life.dividedBy(4).compareTo(MARGIN) < 0 ? life.dividedBy(4) : MARGIN;
        return new Token(
                Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + value),
                clock.instant().plus(life).minus(margin));
    }

    private String secretName() {
        return Objects.requireNonNull(auth.clientSecret()).secret();
    }

    private static Duration life(String seconds) {
        try {
            double bounded = Math.min(Math.max(0, Double.parseDouble(seconds)), LONGEST_LIFE.toSeconds());
            return Duration.ofSeconds((long) bounded);
        } catch (NumberFormatException e) {
            return UNKNOWN_LIFE;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
