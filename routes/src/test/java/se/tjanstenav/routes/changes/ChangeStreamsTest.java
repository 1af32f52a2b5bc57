package se.tjanstenav.routes.changes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.routes.changes.ListedLog.change;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.ChangeLog.Change;

/** Streams over a real server and real sockets, from a log that is longer than any socket holds. */
class ChangeStreamsTest {

    private static final int LONG = 150_000;
    private static final int PAYLOAD = 100;

    private final ListedLog log = new ListedLog(IntStream.rangeClosed(1, LONG)
            .mapToObj(number -> change(number, "A"))
            .toList());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ChangeStreams streams = new ChangeStreams(
            new ChangeFeed(log, sequence -> {}, new UUID(1, 2)),
            log,
            new ChangesProperties(2, Duration.ofMillis(50), Duration.ofMinutes(5)),
            meters);
    private final Tomcat server = new Tomcat();

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        server.setBaseDir(folder.toString());
        server.setPort(0);
        server.setSilent(true);
        Connector connector = server.getConnector();
        connector.setProperty("connectionTimeout", "1000");
        Context context = server.addContext("", null);
        Tomcat.addServlet(context, "streams", new Streams()).setAsyncSupported(true);
        context.addServletMappingDecoded("/*", "streams");
        server.start();
        streams.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        streams.stop();
        server.stop();
        server.destroy();
    }

    @Test
    void tellsAReaderEverythingInOrderAndThenWhatComes() throws IOException {
        try (Socket socket = request("/%d".formatted(LONG - 120))) {
            BufferedReader events = reader(socket);
            assertThat(numbers(events, 120)).isEqualTo(expected(LONG - 119, LONG));

            log.add(change(LONG + 1, "B"));
            streams.changeLogGrew();

            assertThat(numbers(events, 1)).isEqualTo(expected(LONG + 1, LONG + 1));
        }
    }

    @Test
    void saysThatItIsAliveWhenNothingHappens() throws IOException {
        try (Socket socket = request("/%d".formatted(LONG))) {
            assertThat(reader(socket).lines().anyMatch(line -> line.equals(": heartbeat")))
                    .isTrue();
        }
    }

    @Test
    void readsNoFurtherThanAReaderTakesAndLetsGoOfOneWhoTakesNothing() throws IOException {
        try (Socket idle = request("/0")) {
            await().atMost(30, SECONDS).untilAsserted(() -> assertThat(open()).isEqualTo(1));
            await().atMost(60, SECONDS).untilAsserted(() -> assertThat(open()).isZero());
            assertThat(idle.isConnected()).isTrue();
            assertThat(log.read()).isPositive().isLessThan(LONG);
        }
    }

    @Test
    void refusesMoreStreamsThanAllowedUntilOneHasEnded() throws IOException {
        try (Socket first = request("/%d".formatted(LONG));
                Socket second = request("/%d".formatted(LONG))) {
            assertThat(reader(first).readLine()).contains("200");
            assertThat(reader(second).readLine()).contains("200");
            try (Socket third = request("/%d".formatted(LONG))) {
                assertThat(reader(third).readLine()).contains("503");
            }
            first.close();
            await().atMost(30, SECONDS).untilAsserted(() -> {
                try (Socket again = request("/%d".formatted(LONG))) {
                    assertThat(reader(again).readLine()).contains("200");
                }
            });
        }
    }

    @Test
    void endsCleanlyWhenTheHubCloses() throws IOException {
        try (Socket socket = request("/%d".formatted(LONG))) {
            BufferedReader events = reader(socket);
            assertThat(events.readLine()).contains("200");

            streams.stop();

            assertThat(events.lines().filter(line -> !line.isEmpty()).reduce((before, after) -> after))
                    .as("the chunk that ends a whole answer")
                    .hasValue("0");
            assertThat(open()).isZero();
        }
    }

    private double open() {
        return meters.get("tjanstenav.changes.streams").gauge().value();
    }

    /** With a receive buffer so small that the server has to keep what the reader does not take. */
    private Socket request(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.getConnector().getLocalPort()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: hub\r\n\r\n".formatted(path).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static List<Integer> numbers(BufferedReader events, int most) {
        return events.lines()
                .filter(line -> line.startsWith("data: "))
                .limit(most)
                .map(line -> Integer.valueOf(line.split(" ")[1]))
                .toList();
    }

    private static List<Integer> expected(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
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
            if (!streams.open(position, ChangeStreamsTest::events, request, response)) {
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }
}
