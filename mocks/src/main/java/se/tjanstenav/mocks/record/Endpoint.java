package se.tjanstenav.mocks.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Reads the address of an {@link Order} over HTTPS. Sends its headers nowhere else: no redirect, no link to another host. */
final class Endpoint implements AutoCloseable {

    private static final int LARGEST_BODY = 64 << 20;
    private static final Timeout PATIENCE = Timeout.ofSeconds(30);

    private final Order order;
    private final CloseableHttpClient http;

    Endpoint(Order order) throws IOException, GeneralSecurityException {
        this.order = order;
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(PATIENCE)
                        .setSocketTimeout(PATIENCE)
                        .build());
        if (order.connectTo() != null) {
            connections.setDnsResolver(new Elsewhere(order.connectTo().getHost()));
        }
        if (order.trust() != null) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(SSLContextBuilder.create()
                    .loadTrustMaterial(trusted(order.trust()), null)
                    .build()));
        }
        this.http = HttpClients.custom()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setConnectionManager(connections.build())
                .build();
    }

    /** The pages from the order's address on, as many as it wants and as there are. */
    List<Exchange> pages() throws IOException {
        List<Exchange> pages = new ArrayList<>();
        List<URI> next = List.of(order.url());
        while (!next.isEmpty() && pages.size() < order.pages()) {
            URI url = next.get(0);
            if (!sameServer(url)) {
                throw new RecordingException("The next page is on another server, " + url.getScheme() + "://"
                        + url.getAuthority() + "; record with --pages " + pages.size());
            }
            pages.add(read(url));
            next = pages.get(pages.size() - 1).next();
        }
        return pages;
    }

    private boolean sameServer(URI url) {
        return order.url().getScheme().equals(url.getScheme())
                && order.url().getHost().equalsIgnoreCase(url.getHost())
                && order.url().getPort() == url.getPort();
    }

    private Exchange read(URI url) throws IOException {
        HttpUriRequestBase request = request(url);
        request.setHeader("Accept-Encoding", "gzip");
        order.headers().forEach(request::setHeader);
        return http.execute(request, answer -> exchange(url, answer));
    }

    private HttpUriRequestBase request(URI url) {
        URI target = order.connectTo() == null
                ? url
                : withPort(url, order.connectTo().getPort());
        if (order.body() == null) {
            return new HttpGet(target);
        }
        HttpPost post = new HttpPost(target);
        post.setEntity(new ByteArrayEntity(order.body().getBytes(UTF_8), null));
        boolean soap12 = order.body().contains("http://www.w3.org/2003/05/soap-envelope");
        post.setHeader("Content-Type", (soap12 ? "application/soap+xml" : "text/xml") + ";charset=utf-8");
        if (order.soapAction() != null) {
            post.setHeader("SOAPAction", "\"" + order.soapAction() + "\"");
        }
        return post;
    }

    private static URI withPort(URI url, int port) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create("https://" + url.getHost() + ":" + port + url.getRawPath() + query);
    }

    private static Exchange exchange(URI url, ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() != 200) {
            throw new RecordingException(
                    url.getHost() + url.getPath() + " answers " + answer.getCode() + ", not 200; are headers missing?");
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (var header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(header.getValue());
        }
        try (InputStream in = answer.getEntity() == null
                ? InputStream.nullInputStream()
                : answer.getEntity().getContent()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                throw new RecordingException(
                        url.getPath() + " is larger than " + LARGEST_BODY + " bytes; ask for a part of it");
            }
            return new Exchange(url, headers, body);
        }
    }

    private static KeyStore trusted(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), each);
            }
        }
        return store;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static final class Elsewhere extends SystemDefaultDnsResolver {

        private final String host;

        Elsewhere(String host) {
            this.host = host;
        }

        @Override
        public InetAddress[] resolve(@Nullable String name) throws UnknownHostException {
            return InetAddress.getAllByName(host);
        }
    }
}
