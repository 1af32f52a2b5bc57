package se.tjanstenav.connectors.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.HarvestRun;
import se.tjanstenav.catalog.Harvests;
import se.tjanstenav.catalog.PublishedContributions;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.CheckedDescriptor;
import se.tjanstenav.connectors.ConnectorsConfiguration;
import se.tjanstenav.connectors.ConnectorsProperties;
import se.tjanstenav.connectors.Feed;
import se.tjanstenav.connectors.TestHub;
import se.tjanstenav.connectors.egress.EgressPolicy;
import se.tjanstenav.connectors.registry.RegistryDatabase;
import se.tjanstenav.connectors.secret.DirectorySecrets;
import se.tjanstenav.connectors.trial.DryRun;
import se.tjanstenav.connectors.trial.DryRunReport;
import se.tjanstenav.connectors.trial.DryRunSettings;

/** A catalogue, and the means to try the connector {@code attack} of a {@link TestAgency} beside it. To be closed. */
final class DryRunBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TestAgency agency;
    private final Path folder;
    private final EgressPolicy policy;
    private final RegistryDatabase database;

    DryRunBench(TestAgency agency, TestCertificate certificate, Path folder) {
        this.agency = agency;
        this.folder = folder;
        Path trust = folder.resolve("ca.pem");
        write(trust, certificate.pem());
        this.policy = ConnectorsConfiguration.policy(new ConnectorsProperties.Egress(
                Map.of(TestAgency.HOST, "127.0.0.1:" + agency.server().httpsPort()),
                List.of("127.0.0.0/8"),
                List.of(),
                trust,
                Duration.ofSeconds(30)));
        this.database = RegistryDatabase.sqlite(folder, Clock.systemUTC(), Map.of());
    }

    DryRunReport tryOut(String spec, int records) {
        return tryOut(spec, records, Map.of(), PATIENCE);
    }

    DryRunReport tryOut(String spec, int records, Map<String, String> secrets, Duration deadline) {
        Path file = folder.resolve("tried.yaml");
        write(file, TestAgency.descriptor(spec));
        secrets.forEach((name, value) -> write(folder.resolve("tried-secrets").resolve(name), value));
        DirectorySecrets known = new DirectorySecrets(folder.resolve("tried-secrets"));
        return new DryRun(policy, database.bean(PublishedContributions.class), Clock.systemUTC())
                .run(CheckedDescriptor.ofFile(file, policy, known), known, new DryRunSettings(records, null, deadline));
    }

    /** Publishes what the feed tells now, as a hub does. */
    List<Contribution> harvest(String spec) {
        try (TestHub hub = agency.hub(spec, Map.of())) {
            Feed feed = TestAgency.feed(hub);
            database.bean(Sources.class).register(List.of(feed.registration()));
            List<Contribution> contributions = TestHub.readAll(feed).stream()
                    .map(record -> feed.map(record).contribution())
                    .toList();
            HarvestRun run = database.bean(Harvests.class).begin(feed.id());
            run.stage(contributions);
            run.publish(Completeness.COMPLETE, "a bookmark");
            return contributions;
        }
    }

    /** Every row of every table. */
    List<String> rows() {
        JdbcClient jdbc = JdbcClient.create(database.bean(DataSource.class));
        List<String> rows = new ArrayList<>();
        jdbc.sql("select name from sqlite_master where type = 'table' order by name")
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("select * from \"" + table + "\"")
                        .query()
                        .listOfRows()
                        .forEach(row -> rows.add(table + " " + row)));
        return rows;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
