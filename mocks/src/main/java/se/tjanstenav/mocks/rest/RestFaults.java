package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.TreeMap;
import se.tjanstenav.mocks.fault.Reply;
import se.tjanstenav.mocks.fault.Spoiling;

/** Marks every REST answer as a stub's, and sends it as the agency's fault has spoiled it. */
final class RestFaults implements ResponseTransformerV2 {

    private final Spoiling spoiling;

    RestFaults(Spoiling spoiling) {
        this.spoiling = spoiling;
    }

    @Override
    public String getName() {
        return "faults";
    }

    @Override
    public Response transform(Response answer, ServeEvent event) {
        Reply right = new Reply(answer.getStatus(), headers(answer), answer::getBodyStream, Reply.Ending.WHOLE);
        Reply sent = spoiling.spoil(event.getRequest().getUrl(), right).with("X-Stub", "true");
        Response.Builder builder = Response.Builder.like(answer).but().status(sent.status());
        return switch (sent.ending()) {
            case WHOLE -> builder.headers(headers(sent)).body(sent.body()::get).build();
            // Otherwise the server compresses the half, and promises the right length for it.
            case CUT ->
                builder.headers(headers(sent.with("Content-Encoding", "identity")))
                        .body(sent.body()::get)
                        .build();
            case RESET ->
                builder.fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                        .build();
            case DRIP -> {
                int bytes = answer.getBody().length;
                yield builder.headers(headers(sent))
                        .chunkedDribbleDelay(
                                new ChunkedDribbleDelay(Math.max(1, bytes), bytes * (int) Spoiling.DRIP.toMillis()))
                        .build();
            }
        };
    }

    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        return headers;
    }

    private static HttpHeaders headers(Reply reply) {
        return new HttpHeaders(reply.headers().entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue()))
                .toList());
    }
}
