package se.tjanstenav.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import se.tjanstenav.catalog.configuration.CatalogConfiguration;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Service;

/** A whole catalogue as an application gets it, on a database and an index folder of the test's choice. */
public final class TestCatalogue implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private TestCatalogue(Map<String, Object> properties, Clock clock) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(Clock.class, () -> clock);
        context.register(CatalogConfiguration.class);
        context.refresh();
    }

    /** On SQLite and Lucene in the folder. */
    public static TestCatalogue in(Path folder, Clock clock) {
        return on("jdbc:sqlite:" + folder.resolve("data/catalogue.db"), folder, clock);
    }

    public static TestCatalogue on(String jdbcUrl, Path folder, Clock clock) {
        return on(jdbcUrl, folder, clock, Map.of());
    }

    /** @param more settings beside those of the database and the index folder */
    public static TestCatalogue on(String jdbcUrl, Path folder, Clock clock, Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("tjanstenav.catalog.jdbc-url", jdbcUrl);
        properties.put(
                "tjanstenav.catalog.index-directory", folder.resolve("index").toString());
        return new TestCatalogue(properties, clock);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Catalogue catalogue() {
        return bean(Catalogue.class);
    }

    public Harvests harvests() {
        return bean(Harvests.class);
    }

    public Runs runs() {
        return bean(Runs.class);
    }

    /** All that the run rejected. */
    public List<Reject> rejects(UUID run) {
        return runs().rejects(run, 0, 1000).items().stream()
                .map(KeptReject::reject)
                .toList();
    }

    public Sources sources() {
        return bean(Sources.class);
    }

    public ChangeLog changes() {
        return bean(ChangeLog.class);
    }

    public RunReport harvest(FeedId feed, Contribution... contributions) {
        return harvest(feed, Completeness.COMPLETE, List.of(contributions));
    }

    public RunReport harvest(FeedId feed, Completeness completeness, List<Contribution> contributions) {
        HarvestRun run = harvests().begin(feed);
        run.stage(contributions);
        return run.publish(completeness);
    }

    /** Every service, ordered by its Swedish name. */
    public List<Service> all() {
        return find(null);
    }

    public List<Service> find(@Nullable String text) {
        return catalogue()
                .search(new ServiceQuery(text, ServiceFilter.ALL, "sv", 0, 1000))
                .services();
    }

    public List<String> names(@Nullable String text) {
        return find(text).stream().map(Samples::name).toList();
    }

    public SourceStatus status(FeedId feed) {
        return Objects.requireNonNull(sources().byFeed().get(feed));
    }

    @Override
    public void close() {
        context.close();
    }
}
