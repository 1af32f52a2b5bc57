package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Marks every REST answer as a stub's, and spoils it when the agency's fault says so. */
final class RestFaults implements ResponseTransformerV2 {

    private final Gate gate;

    RestFaults(Gate gate) {
        this.gate = gate;
    }

    @Override
    public String getName() {
        return "faults";
    }

    @Override
    public Response transform(Response answer, ServeEvent event) {
        HttpHeaders headers = answer.getHeaders().plus(new HttpHeader("X-Stub", "true"));
        Response.Builder spoiled = Response.Builder.like(answer).but().headers(headers);
        byte[] body = answer.getBody();
        return switch (gate.fault()) {
            case NONE, EMPTY -> spoiled.build();
            case SERVER_ERROR -> replaced(spoiled, 503, "text/plain;charset=utf-8", Damage.ERROR_TEXT.getBytes(UTF_8));
            case HTML_PAGE -> replaced(spoiled, 200, "text/html;charset=utf-8", Damage.HTML_PAGE);
            case MALFORMED -> spoiled.body(Damage.malformed(body)).build();
            case NO_BODY -> spoiled.body(new byte[0]).build();
            case TRUNCATED -> truncated(spoiled, headers, body);
            case SLOW_DRIP ->
                spoiled.chunkedDribbleDelay(
                                new ChunkedDribbleDelay(body.length, body.length * (int) Damage.DRIP.toMillis()))
                        .build();
        };
    }

    private static Response truncated(Response.Builder answer, HttpHeaders headers, byte[] body) {
        return answer.headers(headers.plus(
                        new HttpHeader("Content-Length", String.valueOf(body.length)),
                        // Otherwise the server compresses the half, and promises the right length for it.
                        new HttpHeader("Content-Encoding", "identity")))
                .body(Damage.half(body))
                .build();
    }

    private static Response replaced(Response.Builder answer, int status, String contentType, byte[] body) {
        return answer.status(status)
                .headers(new HttpHeaders(new HttpHeader("Content-Type", contentType), new HttpHeader("X-Stub", "true")))
                .body(body)
                .build();
    }
}
