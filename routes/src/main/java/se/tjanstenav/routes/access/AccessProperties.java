package se.tjanstenav.routes.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call the registry API.
 *
 * @param firstKey whether a hub without any key makes an operator's key when it starts, and shows it in its log
 * @param failuresPerMinute how many wrong credentials one address may present in a minute before it is told to wait
 * @param jwt whose tokens are accepted besides keys; none if it is not set
 */
@ConfigurationProperties("tjanstenav.access")
public record AccessProperties(
        @DefaultValue("true") boolean firstKey,
        @DefaultValue("30") int failuresPerMinute,
        @Nullable Jwt jwt) {

    public AccessProperties {
        check(failuresPerMinute > 0, "failures-per-minute", "must be at least 1");
    }

    /**
     * The issuer of tokens.
     *
     * @param issuer the claim {@code iss} of every token, exactly
     * @param jwkSetUri where the issuer's public keys are
     * @param audience what the claim {@code aud} must contain: the hub as the issuer knows it
     * @param roleClaim the claim that says {@code operator} or {@code agency}
     * @param agencyClaim the claim that says which agency
     * @param longestLife tokens made for longer than this are refused
     * @param allowHttp whether the keys may be fetched without TLS, as on a developer's machine
     */
    public record Jwt(
            String issuer,
            URI jwkSetUri,
            String audience,
            @DefaultValue("role") String roleClaim,
            @DefaultValue("agency") String agencyClaim,
            @DefaultValue("5m") Duration longestLife,
            @DefaultValue("false") boolean allowHttp) {

        public Jwt {
            given(issuer, "issuer");
            given(jwkSetUri, "jwk-set-uri");
            given(audience, "audience");
            given(roleClaim, "role-claim");
            given(agencyClaim, "agency-claim");
            String scheme = jwkSetUri.getScheme();
            check(
                    "https".equals(scheme) || (allowHttp && "http".equals(scheme)),
                    "jwt.jwk-set-uri",
                    "must start with https:// (http:// only together with jwt.allow-http=true)");
            check(longestLife.compareTo(Duration.ZERO) > 0, "jwt.longest-life", "must be longer than nothing");
        }

        /** The binder knows nothing of null-markedness. */
        private static void given(@Nullable Object value, String name) {
            check(
                    value != null && !value.toString().isBlank(),
                    "jwt." + name,
                    "must be set where tokens are accepted: issuer, jwk-set-uri and audience belong together");
        }
    }

    private static void check(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("tjanstenav.access.%s %s".formatted(name, otherwise));
        }
    }
}
