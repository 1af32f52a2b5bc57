package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in whoever shows a token that is good, and serves the path where tokens are given. */
record BearerTokens(String tokenPath, ClientCredentials credentials) implements Admission {

    @Override
    public Optional<ResponseDefinition> answer(Request request) {
        if (request.getUrl().equals(tokenPath)) {
            return Optional.of(token(request));
        }
        return credentials
                .refusal(header(request, "Authorization"))
                .map(why -> refused(why, "{\"fel\":\"Giltig token saknas\"}"));
    }

    @Override
    public void expireTokens() {
        credentials.expireAll();
    }

    private ResponseDefinition token(Request request) {
        if (!request.getMethod().value().equals("POST")) {
            return json(405, "{\"error\":\"invalid_request\"}")
                    .withHeader("Allow", "POST")
                    .build();
        }
        FormParameter grant = request.formParameter("grant_type");
        if (!grant.isPresent() || !grant.firstValue().equals("client_credentials")) {
            return json(400, "{\"error\":\"unsupported_grant_type\"}").build();
        }
        return credentials
                .issue(header(request, "Authorization"))
                .map(token -> json(
                                200,
                                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                                        + credentials.lifeInSeconds() + "}")
                        .withHeader("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> refused("Basic realm=\"stub\"", "{\"error\":\"invalid_client\"}"));
    }

    private static ResponseDefinition refused(String challenge, String body) {
        return json(401, body).withHeader("WWW-Authenticate", challenge).build();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(body);
    }

    private static @Nullable String header(Request request, String name) {
        return request.containsHeader(name) ? request.getHeader(name) : null;
    }
}
