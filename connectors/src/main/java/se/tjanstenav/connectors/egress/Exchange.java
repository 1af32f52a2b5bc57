package se.tjanstenav.connectors.egress;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * A connector's authorised requests: adds what lets them in, renews it once when it is refused, and gives only answers
 * that are a success. Safe for use by several threads.
 */
public final class Exchange {

    private final EgressClient client;
    private final Authorisation authorisation;
    private final Attempts attempts;

    public Exchange(EgressClient client, Authorisation authorisation, Attempts attempts) {
        this.client = client;
        this.authorisation = authorisation;
        this.attempts = attempts;
    }

    /** Asks with retries, and checks what is between head and body of the answer; the caller closes the answer. */
    public EgressResponse ask(EgressRequest request, String syntax, RunDeadline deadline) {
        return ask(request, syntax, false, deadline);
    }

    /** Asks likewise on a condition, so that the answer may also be 304 without a body. */
    public EgressResponse askUnlessUnchanged(EgressRequest request, String syntax, RunDeadline deadline) {
        return ask(request, syntax, true, deadline);
    }

    private EgressResponse ask(EgressRequest request, String syntax, boolean conditional, RunDeadline deadline) {
        return attempting(request.uri(), deadline, () -> {
            EgressResponse response = once(request, deadline);
            try {
                if (conditional && response.status() == HttpStatus.NOT_MODIFIED.value()) {
                    return response;
                }
                Statuses.requireOk(response);
                response.requireSyntax(syntax);
                return response;
            } catch (RuntimeException e) {
                response.close();
                throw e;
            }
        });
    }

    /** Repeats a whole call to an address, in which {@link #once} is used, under retries, rate limit and breaker. */
    public <T> T attempting(URI address, RunDeadline deadline, Supplier<T> call) {
        return attempts.call(client.host(address), deadline, call);
    }

    /** Asks once, or twice where an expired token could be renewed; gives the answer whatever its status. */
    public EgressResponse once(EgressRequest request, RunDeadline deadline) {
        Map<String, String> credentials = authorisation.headers(deadline);
        if (!credentials.isEmpty() && EgressRequest.isPlain(request.uri())) {
            throw SourceException.of(
                    FaultCode.BLOCKED_HOST, request.shown() + " would carry credentials over plain HTTP");
        }
        EgressResponse response = client.send(with(request, credentials), deadline);
        if (response.status() != 401 || !authorisation.renew(credentials)) {
            return response;
        }
        response.close();
        return client.send(with(request, authorisation.headers(deadline)), deadline);
    }

    /** Throws what the answer's status means unless it is a success. */
    public static void requireOk(EgressResponse response) {
        Statuses.requireOk(response);
    }

    private static EgressRequest with(EgressRequest request, Map<String, String> credentials) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.putAll(credentials);
        return new EgressRequest(request.method(), request.uri(), headers, request.body(), request.secretAnswer());
    }
}
