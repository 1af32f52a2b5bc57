package se.tjanstenav.connectors.tck;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TestHub;

/** One agency over HTTPS with answers made for one test, and a hub whose connector is given as YAML. To be closed. */
final class TestAgency implements AutoCloseable {

    static final String HOST = "api.agency.example";

    private final WireMockServer server;
    private final TestCertificate certificate;
    private final Path directory;

    TestAgency(TestCertificate certificate, Path directory) {
        this.certificate = certificate;
        this.directory = directory;
        this.server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .gzipDisabled(true)
                .keystorePath(certificate.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(TestCertificate.PASSWORD)
                .keyManagerPassword(TestCertificate.PASSWORD));
        server.start();
    }

    /** Where the descriptor lies. */
    Path directory() {
        return directory;
    }

    WireMockServer server() {
        return server;
    }

    void reply(String path, ResponseDefinitionBuilder response) {
        server.stubFor(WireMock.any(WireMock.urlEqualTo(path)).willReturn(response));
    }

    void reply(UrlPattern url, ResponseDefinitionBuilder response) {
        server.stubFor(WireMock.any(url).willReturn(response));
    }

    void replyJson(String path, String json) {
        reply(path, WireMock.okJson(json));
    }

    /** A hub with the connector {@code attack}, its spec given without its first level. */
    TestHub hub(String spec, Map<String, String> secrets) {
        return hub(spec, secrets, new InetSocketAddress("127.0.0.1", server.httpsPort()));
    }

    TestHub hub(String spec, Map<String, String> secrets, InetSocketAddress address) {
        return hub(spec, secrets, address, certificate.pem());
    }

    TestHub hub(String spec, Map<String, String> secrets, InetSocketAddress address, String trusted) {
        Path descriptor = directory.resolve("attack.yaml");
        try {
            Files.writeString(descriptor, descriptor(spec));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestHub.in(directory)
                .descriptors("file:" + descriptor)
                .secrets(secrets)
                .connect(Map.of(HOST, address))
                .allowLoopback()
                .trust(trusted)
                .start();
    }

    /** The descriptor of the connector {@code attack}, its spec given without its first level. */
    static String descriptor(String spec) {
        return "apiVersion: tjanstenav/v1\nkind: Connector\n"
                + "metadata: {id: attack, agency: agency, title: Agency, owner: owner@agency.example}\n"
                + "spec:\n" + spec.indent(2);
    }

    /** A spec with one JSON feed {@code list} and further lines. */
    static String spec(String more, String pagination) {
        return """
            egress: {hosts: [api.agency.example]}
            %s
            feeds:
              - name: list
                kind: services
                schedule: {every: 1h}
                request: {path: /v1/list}
                pagination: %s
                response: {format: json, records: /items, id: /id}
                mapping: {language: jsonata, expression: "{'code': id}"}
            """.formatted(more, pagination);
    }

    static Feed feed(TestHub hub) {
        return hub.feed("attack/list");
    }

    static List<String> ids(TestHub hub) {
        return TestHub.readAll(feed(hub)).stream().map(SourceRecord::externalId).toList();
    }

    static Fault fault(TestHub hub) {
        return fault(() -> TestHub.readAll(feed(hub)));
    }

    static Fault fault(Callable<?> run) {
        AtomicReference<Fault> fault = new AtomicReference<>();
        Assertions.assertThatThrownBy(run::call)
                .isInstanceOfSatisfying(FetchException.class, e -> fault.set(e.fault()));
        return fault.get();
    }

    /** The completeness of a run read to its end. */
    static String completeness(TestHub hub) {
        try (RecordStream stream = feed(hub).open()) {
            stream.forEachRemaining(record -> {});
            return stream.completeness().name();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
