package se.tjanstenav.connectors.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A TLS server that sends what no HTTP server would: a head, and then the same piece for ever. To be closed. */
final class RawAgency implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] head;
    private final byte[] piece;
    private final long pauseMillis;

    private RawAgency(ServerSocket server, String head, String piece, long pauseMillis) {
        this.server = server;
        this.head = head.getBytes(StandardCharsets.US_ASCII);
        this.piece = piece.getBytes(StandardCharsets.US_ASCII);
        this.pauseMillis = pauseMillis;
    }

    static RawAgency dripping(TestCertificate certificate, String head, String piece, long pauseMillis)
            throws IOException {
        ServerSocket server = certificate
                .context()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RawAgency agency = new RawAgency(server, head, piece, pauseMillis);
        Thread thread = new Thread(agency::serve, "raw-agency");
        thread.setDaemon(true);
        thread.start();
        return agency;
    }

    InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                OutputStream out = socket.getOutputStream();
                out.write(head);
                while (!server.isClosed()) {
                    out.write(piece);
                    out.flush();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
                }
            } catch (IOException e) {
                // The hub has hung up, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
