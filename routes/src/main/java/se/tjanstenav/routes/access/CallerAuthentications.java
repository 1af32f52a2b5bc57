package se.tjanstenav.routes.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import se.tjanstenav.connectors.access.AccessKey;
import se.tjanstenav.connectors.access.AccessKeys;

/** Tells a key from a token by its prefix, and either from a wrong one. */
final class CallerAuthentications implements AuthenticationManager {

    private static final String KEY_PREFIX = "tjn_";

    private final AccessKeys keys;
    private final @Nullable AuthenticationManager tokens;

    /**
     * @param tokens checks the issuer's tokens; none are accepted without it
     */
    CallerAuthentications(AccessKeys keys, @Nullable AuthenticationManager tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String credential = ((BearerTokenAuthenticationToken) request).getToken();
        if (credential.startsWith(KEY_PREFIX)) {
            return keys.find(credential)
                    .map(AccessKey::caller)
                    .map(CallerAuthentication::new)
                    .orElseThrow(CallerAuthentications::wrong);
        }
        if (tokens == null) {
            throw wrong();
        }
        return tokens.authenticate(request);
    }

    static InvalidBearerTokenException wrong() {
        return new InvalidBearerTokenException("The credential is not valid");
    }
}
