package se.tjanstenav.routes.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.routes.changes.StreamServer.expected;
import static se.tjanstenav.routes.changes.StreamServer.numbers;
import static se.tjanstenav.routes.changes.StreamServer.reader;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers who leave while they are written to, again and again, beside one who stays for a while each time. */
class LeavingReadersTest {

    /** Where streams could touch each other's responses, one in a hundred of these was cut off or told no more. */
    private static final int READS = 1000;

    private static final int LEAVERS = 2;
    private static final int AT_ONCE = 10;
    private static final int KNOWN = 10;
    private static final int TAKEN = 14;

    @Test
    void neverHarmTheOneWhoStays(@TempDir Path folder) throws Exception {
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService threads = Executors.newCachedThreadPool();
        ChangesProperties properties = new ChangesProperties(200, Duration.ofMinutes(1), Duration.ofMinutes(5));
        try (StreamServer server = new StreamServer(folder, 1000, properties, Duration.ofSeconds(30))) {
            List<Future<Void>> others = new ArrayList<>();
            for (int i = 0; i < LEAVERS; i++) {
                others.add(threads.submit(whileGoing(going, () -> comeAndLeave(server))));
            }
            others.add(threads.submit(whileGoing(going, server::publish)));
            try {
                for (int i = 0; i < READS; i++) {
                    int after = (int) server.log().last() - KNOWN;
                    try (Socket socket = server.request(after)) {
                        assertThat(numbers(reader(socket), TAKEN)).isEqualTo(expected(after + 1, after + TAKEN));
                    }
                }
            } finally {
                going.set(false);
                for (Future<Void> other : others) {
                    other.get();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Resets its connections, so that the server meets the broken ones while it writes. */
    private static void comeAndLeave(StreamServer server) throws IOException {
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Socket reader = server.request(server.log().last());
            assertThat(reader.getInputStream().read()).isEqualTo('H');
            readers.add(reader);
        }
        for (Socket reader : readers) {
            reader.setSoLinger(true, 0);
            reader.close();
        }
    }

    private static Callable<Void> whileGoing(AtomicBoolean going, Step step) {
        return () -> {
            while (going.get()) {
                step.run();
                Thread.yield();
            }
            return null;
        };
    }

    private interface Step {

        void run() throws IOException;
    }
}
