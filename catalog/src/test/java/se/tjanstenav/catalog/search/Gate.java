package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be closed and opened again: closed, connections break and new ones are refused. */
final class Gate implements AutoCloseable {

    private final URI target;
    private final int port;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    private Gate(URI target) throws IOException {
        this.target = target;
        this.door = listen(0);
        this.port = door.getLocalPort();
    }

    static Gate to(URI target) {
        try {
            Gate gate = new Gate(target);
            gate.serve(gate.door);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void shut() {
        try {
            door.close();
            for (Socket socket : passing) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open() {
        try {
            door = listen(port);
            serve(door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private void serve(ServerSocket listening) {
        inBackground(() -> {
            while (true) {
                Socket outer = listening.accept();
                Socket inner = new Socket(target.getHost(), target.getPort());
                passing.add(outer);
                passing.add(inner);
                pipe(outer, inner);
                pipe(inner, outer);
                if (listening.isClosed()) {
                    shut();
                }
            }
        });
    }

    private void pipe(Socket from, Socket to) {
        inBackground(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } finally {
                passing.remove(from);
                passing.remove(to);
            }
        });
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The gate was shut, or one side has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        shut();
    }

    private interface Work {
        void run() throws IOException;
    }
}
