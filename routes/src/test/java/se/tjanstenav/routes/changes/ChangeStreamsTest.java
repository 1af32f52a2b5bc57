package se.tjanstenav.routes.changes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.tjanstenav.routes.changes.StreamServer.expected;
import static se.tjanstenav.routes.changes.StreamServer.numbers;
import static se.tjanstenav.routes.changes.StreamServer.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams over a real server and real sockets, from a log that is longer than any socket holds. */
class ChangeStreamsTest {

    private static final int LONG = 150_000;

    private StreamServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        ChangesProperties properties = new ChangesProperties(2, Duration.ofMillis(50), Duration.ofMinutes(5));
        server = new StreamServer(folder, LONG, properties, Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @Test
    void tellsAReaderEverythingInOrderAndThenWhatComes() throws IOException {
        try (Socket socket = server.request(LONG - 120)) {
            BufferedReader events = reader(socket);
            assertThat(numbers(events, 120)).isEqualTo(expected(LONG - 119, LONG));

            server.publish();

            assertThat(numbers(events, 1)).isEqualTo(expected(LONG + 1, LONG + 1));
        }
    }

    @Test
    void saysThatItIsAliveWhenNothingHappens() throws IOException {
        try (Socket socket = server.request(LONG)) {
            assertThat(reader(socket).lines().anyMatch(line -> line.equals(": heartbeat")))
                    .isTrue();
        }
    }

    @Test
    void readsNoFurtherThanAReaderTakesAndLetsGoOfOneWhoTakesNothing() throws IOException {
        try (Socket idle = server.request(0)) {
            await().atMost(30, SECONDS)
                    .untilAsserted(() -> assertThat(server.open()).isEqualTo(1));
            await().atMost(60, SECONDS)
                    .untilAsserted(() -> assertThat(server.open()).isZero());
            assertThat(idle.isConnected()).isTrue();
            assertThat(server.log().read()).isPositive().isLessThan(LONG);
        }
    }

    @Test
    void refusesMoreStreamsThanAllowedUntilOneHasEnded() throws IOException {
        try (Socket first = server.request(LONG);
                Socket second = server.request(LONG)) {
            assertThat(reader(first).readLine()).contains("200");
            assertThat(reader(second).readLine()).contains("200");
            try (Socket third = server.request(LONG)) {
                assertThat(reader(third).readLine()).contains("503");
            }
            first.close();
            await().atMost(30, SECONDS).untilAsserted(() -> {
                try (Socket again = server.request(LONG)) {
                    assertThat(reader(again).readLine()).contains("200");
                }
            });
        }
    }

    @Test
    void endsCleanlyWhenTheHubCloses() throws IOException {
        try (Socket socket = server.request(LONG)) {
            BufferedReader events = reader(socket);
            assertThat(events.readLine()).contains("200");

            server.closeStreams();

            assertThat(events.lines().filter(line -> !line.isEmpty()).reduce((before, after) -> after))
                    .as("the chunk that ends a whole answer")
                    .hasValue("0");
            assertThat(server.open()).isZero();
        }
    }
}
