package se.tjanstenav.connectors.tck;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.TestHub;

/** Reads a feed to its end in a process of its own, whose heap a test has made small, and prints how many records came. */
final class SmallHeapHarvest {

    private SmallHeapHarvest() {}

    /** Takes the directory with {@code attack.yaml} and {@code ca.pem}, and the agency's port. */
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (TestHub hub = TestHub.in(directory)
                        .descriptors("file:" + directory.resolve("attack.yaml"))
                        .connect(Map.of(
                                TestAgency.HOST, new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[1]))))
                        .allowLoopback()
                        .trust(Files.readString(directory.resolve("ca.pem")))
                        .start();
                RecordStream records = TestAgency.feed(hub).open()) {
            long read = 0;
            while (records.hasNext()) {
                records.next();
                read++;
            }
            System.out.println("read " + read + " " + records.completeness());
        }
    }
}
