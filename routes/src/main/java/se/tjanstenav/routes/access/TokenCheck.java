package se.tjanstenav.routes.access;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;

/** What an issuer's token must be, besides signed by one of its keys; nothing of it is optional. */
final class TokenCheck {

    /** How far the issuer's clock may be from the hub's. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private TokenCheck() {}

    static AuthenticationManager of(AccessProperties.Jwt issuer, JWKSource<SecurityContext> keys, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(List.of(SignatureAlgorithm.values())))
                .build();
        decoder.setClaimSetConverter(claims());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                accessTokens(),
                new JwtIssuerValidator(issuer.issuer()),
                new JwtAudienceValidator(issuer.audience()),
                times(clock),
                life(issuer.longestLife(), clock)));
        JwtAuthenticationProvider provider = new JwtAuthenticationProvider(decoder);
        provider.setJwtAuthenticationConverter(new TokenCaller(issuer.roleClaim(), issuer.agencyClaim()));
        return request -> {
            try {
                return provider.authenticate(request);
            } catch (AuthenticationServiceException e) {
                throw isOfUnknownKey(e) ? CallerAuthentications.wrong() : e;
            }
        };
    }

    /** The library would make up a time of issue where there is none, and the token's life with it. */
    private static Converter<Map<String, Object>, Map<String, Object>> claims() {
        MappedJwtClaimSetConverter usual = MappedJwtClaimSetConverter.withDefaults(Map.of());
        return claims -> {
            if (!claims.containsKey(JwtClaimNames.IAT)) {
                throw new BadJwtException("iat is required");
            }
            return usual.convert(claims);
        };
    }

    private static JwtTypeValidator accessTokens() {
        JwtTypeValidator type = new JwtTypeValidator("at+jwt", "application/at+jwt", "JWT");
        type.setAllowEmpty(true);
        return type;
    }

    private static JwtTimestampValidator times(Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setAllowEmptyExpiryClaim(false);
        times.setClock(clock);
        return times;
    }

    /** A time of issue in the future would make a long life look short. */
    private static OAuth2TokenValidator<Jwt> life(Duration longest, Clock clock) {
        return token -> {
            Instant issued = token.getIssuedAt();
            Instant expires = token.getExpiresAt();
            boolean holds = issued != null
                    && expires != null
                    && !issued.isAfter(clock.instant().plus(SKEW))
                    && Duration.between(issued, expires).compareTo(longest) <= 0;
            return holds
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error(
                            OAuth2ErrorCodes.INVALID_TOKEN,
                            "made for longer than " + longest + ", or in the future",
                            null));
        };
    }

    /** The issuer's keys were fetched a moment ago and this one was not among them: they are not fetched again yet. */
    private static boolean isOfUnknownKey(Throwable e) {
        Throwable cause = e.getCause();
        return cause != null && (cause instanceof RateLimitReachedException || isOfUnknownKey(cause));
    }
}
