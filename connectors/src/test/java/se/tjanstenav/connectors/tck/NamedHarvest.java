package se.tjanstenav.connectors.tck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.TestHub;

/**
 * Harvests every connector of a directory in a process of its own, whose name server and proxies a test has chosen, and
 * prints what became of each run.
 */
final class NamedHarvest {

    /** The one address that connectors may reach, where the agency is. */
    static final String ALLOWED = "127.0.0.3";

    private NamedHarvest() {}

    /** Takes the directory with the descriptors and {@code ca.pem}. */
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        try (TestHub hub = TestHub.in(directory)
                .descriptors("file:" + directory + "/*.yaml")
                .allow(ALLOWED + "/32")
                .trust(Files.readString(directory.resolve("ca.pem")))
                .start()) {
            System.out.println("faults " + hub.connectors().faults());
            List<Feed> feeds = hub.connectors().feeds();
            for (Feed feed : feeds) {
                System.out.println(feed.id().path() + " " + Outcomes.of(feed));
            }
        }
    }
}
