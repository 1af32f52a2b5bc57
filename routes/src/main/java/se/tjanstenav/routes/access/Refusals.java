package se.tjanstenav.routes.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.servlet.HandlerExceptionResolver;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/** Answers whoever does not get in; the same whether a key is unknown, revoked, expired or misspelt. */
final class Refusals implements AuthenticationEntryPoint {

    static final String HOW = "Send a key as 'Authorization: Bearer tjn_…' or 'X-API-Key: tjn_…'";

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final String CHALLENGE = "Bearer realm=\"tjanstenav\"";

    private final HandlerExceptionResolver answers;
    private final FailedAttempts attempts;

    /**
     * @param answers writes a problem as it is written for controllers
     */
    Refusals(HandlerExceptionResolver answers, FailedAttempts attempts) {
        this.answers = answers;
        this.attempts = attempts;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) {
        if (e instanceof AuthenticationServiceException) {
            log.warn("A token could not be checked: {}", e.getMessage());
            String detail = "Tokens cannot be checked at present, because their issuer's keys are out of reach; "
                    + "try again later";
            answer(request, response, new ProblemException(ProblemType.UNAVAILABLE, detail));
        } else if (e instanceof OAuth2AuthenticationException wrong) {
            log.debug("A credential was refused: {}", wrong.getMessage());
            wrong(request, response, wrong.getError().getErrorCode());
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            answer(request, response, new ProblemException(ProblemType.UNAUTHENTICATED, HOW));
        }
    }

    private void wrong(HttpServletRequest request, HttpServletResponse response, String error) {
        if (attempts.tooMany(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(FailedAttempts.WINDOW.toSeconds()));
            String detail = "Too many wrong credentials from this address; mend the credential and wait a minute";
            answer(request, response, new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"" + error + "\"");
        String detail = "The credential is not valid here: misspelt, expired, revoked, sent twice or meant for another "
                + "place. " + HOW;
        answer(request, response, new ProblemException(ProblemType.UNAUTHENTICATED, detail));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        answers.resolveException(request, response, null, problem);
    }
}
