package se.tjanstenav.connectors.egress;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.tjanstenav.connectors.descriptor.Descriptor;
import se.tjanstenav.connectors.descriptor.Limits;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** Sends the requests of one connector. Safe for use by several threads. */
public final class EgressClient implements AutoCloseable {

    private static final String USER_AGENT = "tjanstenav/1 (+https://tjanstenav.example)";

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final Descriptor.Egress allowed;
    private final Predicate<String> plainHttp;
    private final Limits limits;
    private final CloseableHttpClient http;
    private final AbortableRequests requests;
    private final RestClient rest;

    private final AnswerListener listener;

    /**
     * @param plainHttp whether the operator lets a host be asked without TLS
     */
    EgressClient(
            Descriptor.Egress allowed,
            Predicate<String> plainHttp,
            Limits limits,
            CloseableHttpClient http,
            AnswerListener listener,
            ObservationRegistry observations) {
        this.allowed = allowed;
        this.plainHttp = plainHttp;
        this.limits = limits;
        this.http = http;
        this.listener = listener;
        this.requests = new AbortableRequests(http);
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .observationRegistry(observations)
                .observationConvention(new EgressObservation())
                .build();
    }

    /**
     * The host of an address with its port, one name for each.
     *
     * @throws SourceException if it is none of the connector's
     */
    String host(URI address) {
        if (!allowed.allows(address)) {
            throw blocked(address, "leads to a host outside the descriptor");
        }
        boolean plain = EgressRequest.isPlain(address);
        int usual = plain ? HTTP_PORT : HTTPS_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        String host = address.getHost().toLowerCase(Locale.ROOT) + (port == usual ? "" : ":" + port);
        if (plain && !plainHttp.test(host)) {
            throw blocked(address, "is plain HTTP, which the operator does not allow for it");
        }
        return plain ? "http://" + host : host;
    }

    private static SourceException blocked(URI address, String why) {
        String path = address.getPath() == null ? "" : address.getPath();
        return SourceException.of(
                FaultCode.BLOCKED_HOST,
                Excerpt.of("%s://%s%s".formatted(address.getScheme(), address.getHost(), path)) + " " + why);
    }

    /**
     * Sends a request once and gives the answer as it is, whatever its status.
     *
     * @throws SourceException if there is no answer, or the host is not the connector's
     */
    public EgressResponse send(EgressRequest request, RunDeadline deadline) {
        host(request.uri());
        deadline.check();
        requests.until(deadline);
        try {
            return exchange(request, deadline);
        } catch (ResourceAccessException e) {
            deadline.check();
            throw TransportFaults.of(request, e);
        } finally {
            AbortableRequests.Sent unanswered = requests.takeLatest();
            if (unanswered != null) {
                unanswered.done();
            }
        }
    }

    private EgressResponse exchange(EgressRequest request, RunDeadline deadline) {
        RestClient.RequestBodySpec spec = rest.method(request.method())
                .uri(request.uri())
                .headers(headers -> {
                    headers.set(HttpHeaders.USER_AGENT, USER_AGENT);
                    headers.set(HttpHeaders.ACCEPT_ENCODING, "gzip");
                    request.headers().forEach(headers::set);
                });
        if (request.body() != null) {
            spec.body(request.body());
        }
        long start = System.nanoTime();
        return spec.exchangeForRequiredValue(
                (sent, response) -> open(request, response, deadline, Duration.ofNanos(System.nanoTime() - start)),
                false);
    }

    private EgressResponse open(
            EgressRequest request, ClientHttpResponse response, RunDeadline deadline, Duration untilHead)
            throws IOException {
        AbortableRequests.Sent sent = Objects.requireNonNull(requests.takeLatest());
        try {
            BoundedBody wire =
                    new BoundedBody(response.getBody(), limits.bytes().bytes(), "on the wire", deadline);
            BoundedBody body = new BoundedBody(
                    decoded(request, response, wire), limits.decodedBytes().bytes(), "after decoding", deadline);
            int status = response.getStatusCode().value();
            Optional<String> contentType =
                    Optional.ofNullable(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
            return new EgressResponse(request, response, status, body, () -> {
                release(sent, response, wire.atEnd());
                listener.answered(new AnswerListener.Answer(
                        request.shown(),
                        status,
                        contentType,
                        untilHead,
                        wire.bytesRead(),
                        body.bytesRead(),
                        request.secretAnswer()));
            });
        } catch (IOException | RuntimeException e) {
            release(sent, response, false);
            throw e;
        }
    }

    private static void release(AbortableRequests.Sent sent, ClientHttpResponse response, boolean read) {
        sent.done();
        if (!read) {
            sent.cancel();
        }
        response.close();
    }

    private static InputStream decoded(EgressRequest request, ClientHttpResponse response, InputStream wire) {
        String encoding = Optional.ofNullable(response.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity" -> wire;
            case "gzip", "x-gzip" -> new LazyGzip(wire);
            default ->
                throw SourceException.of(
                        FaultCode.WRONG_CONTENT_TYPE,
                        request.shown() + " answered with a content encoding nobody asked for");
        };
    }

    @Override
    public void close() {
        http.close(CloseMode.IMMEDIATE);
    }

    /** Reads the gzip header only when the body is read, because an empty body has none. */
    private static final class LazyGzip extends InputStream {

        private final InputStream wire;
        private @Nullable GZIPInputStream unpacked;

        LazyGzip(InputStream wire) {
            this.wire = wire;
        }

        @Override
        public int read() throws IOException {
            return unpacked().read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return unpacked().read(buffer, offset, length);
        }

        private InputStream unpacked() throws IOException {
            if (unpacked == null) {
                unpacked = new GZIPInputStream(wire);
            }
            return unpacked;
        }
    }
}
