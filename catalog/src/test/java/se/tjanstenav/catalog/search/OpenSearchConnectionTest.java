package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.SearchUnavailableException;

/** How the hub reaches an OpenSearch behind TLS and a password; the node of the other tests has neither. */
class OpenSearchConnectionTest {

    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> authorizations = new ConcurrentLinkedQueue<>();
    private HttpsServer server;
    private Path certificate;

    @BeforeEach
    void start() throws Exception {
        Path store = folder.resolve("node.p12");
        certificate = folder.resolve("ca.pem");
        keytool("-genkeypair", "-keyalg", "RSA", "-dname", "CN=node", "-ext", "san=ip:127.0.0.1", "-keystore", store);
        keytool("-exportcert", "-rfc", "-file", certificate, "-keystore", store);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void trustsTheGivenAuthorityAndShowsItsPassword() {
        try (OpenSearchBackend backend = backend(certificate)) {
            assertThat(backend.current()).isEmpty();
        }

        String expected = "Basic " + Base64.getEncoder().encodeToString("hub:hemligt".getBytes(StandardCharsets.UTF_8));
        assertThat(authorizations).containsExactly(expected);
    }

    @Test
    void trustsNobodyElseAndTellsNoPassword() {
        try (OpenSearchBackend backend = backend(null)) {
            assertThatThrownBy(backend::current)
                    .isInstanceOf(SearchUnavailableException.class)
                    .hasStackTraceContaining("PKIX")
                    .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("hemligt"));
        }
        assertThat(authorizations).isEmpty();
    }

    private OpenSearchBackend backend(@Nullable Path ca) {
        URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return OpenSearchBackend.open(
                new OpenSearchProperties(List.of(uri), "hub", "hemligt", "nav", ca, "2.19"), UUID.randomUUID());
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("-alias", "node", "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
