package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import se.tjanstenav.routes.access.TokenIssuer.Answer;

/** An issuer that is ill must not make a good token look like a wrong one, nor keep a request waiting. */
@Timeout(120)
class IssuerKeysTest {

    private final TokenIssuer issuer = new TokenIssuer();
    private final AccessProperties.Jwt settings = new AccessProperties.Jwt(
            TokenIssuer.ISSUER, issuer.keys(), TokenIssuer.AUDIENCE, "role", "agency", Duration.ofMinutes(5), true);
    private final AuthenticationManager tokens =
            TokenCheck.of(settings, IssuerKeys.at(issuer.keys()), Clock.systemUTC());

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void nothingIsFetchedBeforeThereIsAToken() {
        assertThat(issuer.fetches()).isZero();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KEYS")
    void anIssuerOutOfReachIsNotTheTokensFault(Answer answer) {
        issuer.answer(answer);

        assertThatThrownBy(this::authenticate).isInstanceOf(AuthenticationServiceException.class);
    }

    @Test
    void theKeysKnownLastHoldWhileTheIssuerIsAway() {
        assertThat(authenticate().isAuthenticated()).isTrue();
        issuer.answer(Answer.FAILURE);

        assertThat(authenticate().isAuthenticated()).isTrue();
        assertThat(issuer.fetches()).isEqualTo(1);
    }

    private Authentication authenticate() {
        return tokens.authenticate(new BearerTokenAuthenticationToken(issuer.sign(TokenIssuer.operator())));
    }
}
