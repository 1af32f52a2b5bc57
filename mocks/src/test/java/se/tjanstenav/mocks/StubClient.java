package se.tjanstenav.mocks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.mocks.identity.ClientKeys;

/** An HTTPS client as strict as the hub's: checks host names, trusts only the stubs' authority, never tries twice. */
final class StubClient implements AutoCloseable {

    record Answer(int status, Map<String, String> headers, byte[] bytes) {

        String body() {
            return new String(bytes, UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final ToIntFunction<String> ports;
    private final String authority;
    private final CloseableHttpClient http;
    private final CloseableHttpClient raw;

    StubClient(StubAgencies agencies) {
        this(agencies, null);
    }

    StubClient(StubAgencies agencies, @Nullable String clientCertificate) {
        this(
                host -> Objects.requireNonNull(agencies.addresses().get(host)).getPort(),
                agencies.certificateAuthority(),
                clientCertificate);
    }

    /** A client of agencies in another process. */
    StubClient(ToIntFunction<String> ports, String authority, @Nullable String clientCertificate) {
        this.ports = ports;
        this.authority = authority;
        this.http = client(clientCertificate).build();
        this.raw = client(clientCertificate).disableContentCompression().build();
    }

    private HttpClientBuilder client(@Nullable String clientCertificate) {
        return HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Loopback())
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls(authority, clientCertificate)))
                        .build());
    }

    Answer get(String host, String path, String... headers) throws IOException {
        return send(with(getting(host, path), headers));
    }

    Answer getFrom(String host, int port, String path) throws IOException {
        return send(new HttpGet("https://" + host + ":" + port + path));
    }

    Answer post(String host, String path, String body, String... headers) throws IOException {
        return send(posting(host, path, body, headers));
    }

    HttpUriRequestBase getting(String host, String path) {
        return new HttpGet(url(host, path));
    }

    HttpUriRequestBase posting(String host, String path, String body, String... headers) {
        HttpPost post = new HttpPost(url(host, path));
        post.setEntity(new StringEntity(body, UTF_8));
        return with(post, headers);
    }

    /** Reads the body as it comes over the wire, still compressed; the connection is given up afterwards. */
    <T> T exchange(HttpUriRequestBase request, BodyReader<T> reader) throws IOException {
        ClassicHttpResponse response = raw.executeOpen(null, request, null);
        try {
            return reader.read(response.getEntity().getContent());
        } finally {
            // Closing the response would read on to the end of the body.
            request.abort();
        }
    }

    /** Reads what it needs of a body. */
    interface BodyReader<T> {
        T read(InputStream body) throws IOException;
    }

    @Override
    public void close() {
        try {
            http.close();
            raw.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String host, String path) {
        return "https://" + host + ":" + ports.applyAsInt(host) + path;
    }

    private static HttpUriRequestBase with(HttpUriRequestBase request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    Answer send(HttpUriRequestBase request) throws IOException {
        return http.execute(request, response -> {
            Map<String, String> received = new HashMap<>();
            for (var header : response.getHeaders()) {
                received.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            return new Answer(response.getCode(), received, body);
        });
    }

    private static SSLContext tls(String authority, @Nullable String clientCertificate) {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            trust.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(authority.getBytes(UTF_8))));
            SSLContextBuilder builder = SSLContextBuilder.create().loadTrustMaterial(trust, null);
            if (clientCertificate != null) {
                builder.loadKeyMaterial(ClientKeys.keyStore(clientCertificate, ""), new char[0]);
            }
            return builder.build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Loopback extends SystemDefaultDnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
    }
}
