package se.tjanstenav.connectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import se.tjanstenav.catalog.model.FeedId;

/** A hub's connectors in a real application context, on files in a directory. To be closed. */
public final class TestHub implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestHub(List<String> properties) {
        TestPropertyValues.of(properties).applyTo(context);
        context.register(ConnectorsConfiguration.class);
        context.refresh();
    }

    public static Builder in(Path directory) {
        return new Builder(directory);
    }

    public Connectors connectors() {
        return context.getBean(Connectors.class);
    }

    /** The feed of that path; a failing test shows why its descriptor was refused. */
    public Feed feed(String path) {
        return connectors()
                .feed(FeedId.parse(path))
                .orElseThrow(() -> new AssertionError(
                        "No feed " + path + "; faults: " + connectors().faults()));
    }

    /** The live feed of that path. */
    public LiveFeed liveFeed(String path) {
        return connectors().liveFeeds().stream()
                .filter(feed -> feed.id().path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No live feed " + path + "; faults: " + connectors().faults()));
    }

    /** Reads a feed to its end. */
    public static List<SourceRecord> readAll(Feed feed) {
        List<SourceRecord> records = new ArrayList<>();
        try (RecordStream stream = feed.open()) {
            stream.forEachRemaining(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the hub is given. */
    public static final class Builder {

        private final Path directory;
        private final List<String> properties = new ArrayList<>();

        private Builder(Path directory) {
            this.directory = directory;
            properties.add("tjanstenav.connectors.secrets=" + directory.resolve("secrets"));
            create(directory.resolve("secrets"));
        }

        public Builder descriptors(String... patterns) {
            properties.add("tjanstenav.connectors.descriptors=" + String.join(",", patterns));
            return this;
        }

        public Builder secrets(Map<String, String> secrets) {
            secrets.forEach((name, value) -> write(directory.resolve("secrets").resolve(name), value));
            return this;
        }

        public Builder connect(Map<String, InetSocketAddress> addresses) {
            addresses.forEach((host, address) -> properties.add("tjanstenav.connectors.egress.connect-to[%s]=%s:%d"
                    .formatted(host, address.getHostString(), address.getPort())));
            return this;
        }

        public Builder allowLoopback() {
            return allow("127.0.0.0/8,::1/128");
        }

        /** Lets connectors reach networks, as CIDR ranges with commas between. */
        public Builder allow(String networks) {
            properties.add("tjanstenav.connectors.egress.allowed-networks=" + networks);
            return this;
        }

        /** Lets a host be asked without TLS. */
        public Builder plainHttp(String host) {
            properties.add("tjanstenav.connectors.egress.plain-http-hosts=" + host);
            return this;
        }

        public Builder trust(String pem) {
            Path file = directory.resolve("trust.pem");
            write(file, pem);
            properties.add("tjanstenav.connectors.egress.trust=" + file);
            return this;
        }

        /** How long a host that failed repeatedly is left alone, such as {@code 1ms}. */
        public Builder breakerOpenFor(String duration) {
            properties.add("tjanstenav.connectors.egress.breaker-open-for=" + duration);
            return this;
        }

        public TestHub start() {
            return new TestHub(properties);
        }

        private static void create(Path path) {
            try {
                Files.createDirectories(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void write(Path file, String text) {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
