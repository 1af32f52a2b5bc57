package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An OAuth2 authorization server for one client: issues bearer tokens that expire, and checks them. */
final class ClientCredentials {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String expectedAuthorization;
    private final Duration life;
    private final Clock clock;
    private final Map<String, Instant> expiryByToken = new ConcurrentHashMap<>();

    ClientCredentials(String clientId, String secret, Duration life, Clock clock) {
        this.expectedAuthorization =
                "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8));
        this.life = life;
        this.clock = clock;
    }

    long lifeInSeconds() {
        return life.toSeconds();
    }

    /** A new token, or nothing when the client's name or secret is wrong. */
    Optional<String> issue(@Nullable String authorization) {
        if (authorization == null
                || !MessageDigest.isEqual(authorization.getBytes(UTF_8), expectedAuthorization.getBytes(UTF_8))) {
            return Optional.empty();
        }
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        expiryByToken.put(token, clock.instant().plus(life));
        return Optional.of(token);
    }

    /** Ends the life of every token issued so far. */
    void expireAll() {
        expiryByToken.replaceAll((token, expiry) -> Instant.MIN);
    }

    /** Why the request is refused, in the words of RFC 6750; nothing when its token is good. */
    Optional<String> refusal(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return Optional.of("Bearer realm=\"stub\"");
        }
        Instant expiry = expiryByToken.get(authorization.substring("Bearer ".length()));
        if (expiry == null) {
            return Optional.of(invalidToken("unknown token"));
        }
        return clock.instant().isBefore(expiry) ? Optional.empty() : Optional.of(invalidToken("the token has expired"));
    }

    private static String invalidToken(String why) {
        return "Bearer realm=\"stub\", error=\"invalid_token\", error_description=\"" + why + "\"";
    }
}
