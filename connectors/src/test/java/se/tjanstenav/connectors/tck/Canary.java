package se.tjanstenav.connectors.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Where nothing may ever arrive: counts every connection, before a byte of it is read. To be closed. */
final class Canary implements AutoCloseable {

    private final List<ServerSocket> sockets = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * @param port the same at every address; 0 for any that is free
     */
    Canary(int port, String... addresses) throws IOException {
        int shared = port;
        for (String address : addresses) {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), shared));
            shared = socket.getLocalPort();
            sockets.add(socket);
            Thread thread = new Thread(() -> count(socket), "canary at " + address);
            thread.setDaemon(true);
            thread.start();
        }
    }

    int port() {
        return sockets.get(0).getLocalPort();
    }

    /** How many connections there were; none hides in a backlog, because each is accepted at once. */
    int connections() {
        return connections.get();
    }

    private void count(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connections.incrementAndGet();
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets) {
            socket.close();
        }
    }
}
