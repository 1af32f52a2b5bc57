package se.tjanstenav.mocks;

import static com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction.continueWith;
import static com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction.stopWith;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a REST request in: past the gate, then, where the agency wants it, by bearer token. Serves the token path too. */
final class RestGuard implements StubRequestFilterV2 {

    private final Gate gate;
    private final @Nullable ClientCredentials credentials;
    private final String tokenPath;

    RestGuard(Gate gate, @Nullable ClientCredentials credentials, String tokenPath) {
        this.gate = gate;
        this.credentials = credentials;
        this.tokenPath = tokenPath;
    }

    @Override
    public String getName() {
        return "guard";
    }

    @Override
    public RequestFilterAction filter(Request request, @Nullable ServeEvent event) {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (credentials == null) {
            return continueWith(request);
        }
        if (request.getUrl().equals(tokenPath)) {
            return stopWith(token(request, credentials));
        }
        Optional<String> refusal = credentials.refusal(header(request, "Authorization"));
        return refusal.map(why -> stopWith(refused(why, "{\"fel\":\"Giltig token saknas\"}")))
                .orElseGet(() -> continueWith(request));
    }

    private static ResponseDefinition token(Request request, ClientCredentials credentials) {
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
