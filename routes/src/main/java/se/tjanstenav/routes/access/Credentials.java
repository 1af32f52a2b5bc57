package se.tjanstenav.routes.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** Takes the credential out of {@code Authorization: Bearer} or {@code X-API-Key}, and of nothing else. */
final class Credentials implements AuthenticationConverter {

    static final String API_KEY = "X-API-Key";

    private final DefaultBearerTokenResolver bearer = new DefaultBearerTokenResolver();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(API_KEY));
        List<String> authorisations = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (keys.size() + authorisations.size() > 1) {
            throw new OAuth2AuthenticationException(
                    BearerTokenErrors.invalidRequest("More than one credential in one request"));
        }
        String credential = keys.isEmpty() ? bearer.resolve(request) : keys.get(0);
        if (credential == null) {
            return null;
        }
        if (credential.isBlank()) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("An empty credential"));
        }
        return new BearerTokenAuthenticationToken(credential);
    }
}
