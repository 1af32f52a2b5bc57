package se.tjanstenav.connectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.tjanstenav.connectors.ConnectorsProperties;

/** An agency's own desk: its descriptor with samples, its secrets, and whom it trusts. */
final class Bench {

    private static final String AGENCIES = "src/main/resources/se/tjanstenav/connectors/agencies/";

    private final Path folder;
    private final Path descriptor;
    private final Map<String, String> connectTo = new HashMap<>();

    private Bench(Path folder, Path descriptor) {
        this.folder = folder;
        this.descriptor = descriptor;
    }

    /** With a copy of the descriptor of one of the project's agencies. */
    static Bench of(String agency, Path folder) {
        Path from = Path.of(AGENCIES, agency);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bench(folder, folder.resolve("connector.yaml")).secrets(Map.of());
    }

    static Bench with(String yaml, Path folder) {
        Bench bench = new Bench(folder, folder.resolve("connector.yaml")).secrets(Map.of());
        write(bench.descriptor, yaml);
        return bench;
    }

    Bench secrets(Map<String, String> secrets) {
        try {
            Files.createDirectories(folder.resolve("secrets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets.forEach((name, value) -> write(folder.resolve("secrets").resolve(name), value));
        return this;
    }

    Bench connect(Map<String, InetSocketAddress> addresses) {
        addresses.forEach((host, address) -> connectTo.put(host, address.getHostString() + ":" + address.getPort()));
        return this;
    }

    Bench trust(String pem) {
        write(folder.resolve("ca.pem"), pem);
        return this;
    }

    /** Changes the descriptor; what is to be replaced must be there. */
    Bench edit(String before, String after) {
        try {
            String yaml = Files.readString(descriptor);
            assertThat(yaml).contains(before);
            write(descriptor, yaml.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Report examine() {
        return examine(200);
    }

    Report examine(int records) {
        return examine(records, Clock.systemUTC());
    }

    Report examine(int records, Clock clock) {
        ConnectorsProperties.Egress egress = new ConnectorsProperties.Egress(
                connectTo,
                List.of("127.0.0.0/8", "::1/128"),
                List.of(),
                folder.resolve("ca.pem"),
                Duration.ofSeconds(30));
        return new Conformance(
                        new ConformanceSettings(descriptor, folder.resolve("secrets"), egress, records, clock),
                        told -> {})
                .examine();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was found about an expectation in a feed. */
    static Finding finding(Report report, String feed, Expectation expectation) {
        return report.feeds().stream()
                .filter(each -> each.feed().equals(feed))
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.expectation() == expectation)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No finding " + expectation + " of " + feed + " in\n" + TextReport.write(report, false)));
    }

    /** The expectations that fail in a feed. */
    static List<Expectation> failing(Report report, String feed) {
        return report.feeds().stream()
                .filter(each -> each.feed().equals(feed))
                .flatMap(each -> each.findings().stream())
                .filter(finding -> finding.outcome() == Outcome.FAILS)
                .map(Finding::expectation)
                .toList();
    }
}
