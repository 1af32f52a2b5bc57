package se.tjanstenav.routes.changes;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import se.tjanstenav.catalog.ChangeLog.Change;

/** Streams of a log that numbers its changes, over a real server and real sockets. */
final class StreamServer implements AutoCloseable {

    private static final int PAYLOAD = 100;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Tomcat server = new Tomcat();
    private final ListedLog log;
    private final ChangeStreams streams;

    /**
     * @param length how many changes there are at first
     * @param patience how long the server waits for a reader to ask or to take
     */
    StreamServer(Path folder, int length, ChangesProperties properties, Duration patience) throws LifecycleException {
        log = new ListedLog(IntStream.rangeClosed(1, length)
                .mapToObj(number -> ListedLog.change(number, "A"))
                .toList());
        streams = new ChangeStreams(new ChangeFeed(log, sequence -> {}, new UUID(1, 2)), log, properties, meters);
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.setSilent(true);
        Connector connector = server.getConnector();
        connector.setProperty("connectionTimeout", String.valueOf(patience.toMillis()));
        Context context = server.addContext("", null);
        Tomcat.addServlet(context, "streams", new Streams()).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "streams");
        server.start();
        streams.start();
    }

    ListedLog log() {
        return log;
    }

    /** Adds a change and tells the streams. */
    void publish() {
        log.add(ListedLog.change(log.last() + 1, "B"));
        streams.changeLogGrew();
    }

    void closeStreams() {
        streams.stop();
    }

    double open() {
        return meters.get("tjanstenav.changes.streams").gauge().value();
    }

    /**
     * Asks for what follows a change, with a receive buffer so small that the server has to keep what the reader does not
     * take.
     */
    Socket request(long after) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort()));
        socket.getOutputStream()
                .write("GET /%d HTTP/1.1\r\nHost: hub\r\n\r\n".formatted(after).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The numbers of the changes told, at most so many. */
    static List<Integer> numbers(BufferedReader events, int most) {
        return events.lines()
                .filter(line -> line.startsWith("data: "))
                .limit(most)
                .map(line -> Integer.valueOf(line.split(" ")[1]))
                .toList();
    }

    static List<Integer> expected(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Override
    public void close() throws LifecycleException {
        streams.stop();
        server.stop();
        server.destroy();
    }

    private static byte[] events(List<Change> changes) {
        return changes.stream()
                .map(change -> "data: %d %s\n\n".formatted(change.sequence(), "x".repeat(PAYLOAD)))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Goes on after the number that the path names. */
    private final class Streams extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            long position = Long.parseLong(request.getRequestURI().substring(1));
            if (!streams.open(position, StreamServer::events, request, response)) {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }
}
