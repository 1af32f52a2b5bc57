package se.tjanstenav.connectors.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An agency whose SOAP answer is as large as its test wants, made while it is sent. To be closed. */
final class LargeSoapAgency implements AutoCloseable {

    private static final String HEAD =
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><answer xmlns='urn:agency'>";
    private static final String TAIL = "</answer></s:Body></s:Envelope>";

    private final HttpsServer server;
    private final int records;
    private final String text;
    private final String tail;

    /**
     * @param tail ends the answer instead of what should
     */
    LargeSoapAgency(TestCertificate certificate, int records, int charactersEach, String tail) throws IOException {
        this.records = records;
        this.text = "x".repeat(charactersEach);
        this.tail = tail;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", this::answer);
        server.start();
    }

    LargeSoapAgency(TestCertificate certificate, int records, int charactersEach) throws IOException {
        this(certificate, records, charactersEach, TAIL);
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            out.write(HEAD.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < records; i++) {
                out.write(("<item id='" + i + "'><text>" + text + "</text></item>").getBytes(StandardCharsets.UTF_8));
            }
            out.write(tail.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The hub has hung up.
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
