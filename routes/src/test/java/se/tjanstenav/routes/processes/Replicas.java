package se.tjanstenav.routes.processes;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.tjanstenav.searchnode.OpenSearchNode;

/** Three hubs, each a process, on one PostgreSQL and one OpenSearch; their leases are those of production. */
final class Replicas implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedPostgres postgres;
    private final OpenSearchNode search;
    private final List<Hub> hubs = new ArrayList<>();
    private final StoreProbe store;
    private final String key;

    private Replicas(EmbeddedPostgres postgres, OpenSearchNode search, WitnessAgencies agencies, Path folder)
            throws IOException {
        this.postgres = postgres;
        this.search = search;
        String url = postgres.getJdbcUrl("postgres", "postgres");
        this.store = new StoreProbe(url);
        for (String name : List.of("hub-1", "hub-2", "hub-3")) {
            Path own = Files.createDirectories(folder.resolve(name));
            List<String> settings = new ArrayList<>(agencies.settings(own));
            settings.addAll(List.of(
                    "--tjanstenav.catalog.jdbc-url=" + url,
                    "--tjanstenav.catalog.search.opensearch.uris=" + search.uri(),
                    "--tjanstenav.harvest.on-start=false",
                    "--db-scheduler.scheduler-name=" + name));
            hubs.add(new Hub(name, own, settings));
        }
        for (Hub hub : hubs) {
            hub.start();
        }
        this.key = hubs.get(0).operatorKey();
    }

    /** Starts them and waits until every agency is published. */
    static Replicas start(Path folder, WitnessAgencies agencies) throws IOException {
        OpenSearchNode search = OpenSearchNode.start(folder.resolve("search"));
        Replicas replicas = new Replicas(EmbeddedPostgres.start(), search, agencies, folder);
        await().atMost(PATIENCE).until(() -> agencies.ids().stream()
                .allMatch(id -> replicas.store.services(agencies.generation(id)) >= agencies.records()
                        && replicas.found(replicas.hubs.get(0), agencies.generation(id)) >= agencies.records()));
        return replicas;
    }

    List<Hub> all() {
        return List.copyOf(hubs);
    }

    Hub named(String name) {
        return hubs.stream().filter(hub -> hub.name().equals(name)).findFirst().orElseThrow();
    }

    Operator operator(Hub hub) {
        return Operator.of(hub, key);
    }

    StoreProbe store() {
        return store;
    }

    /** How many services a search at the hub finds by a word of the generation. */
    long found(Hub hub, Generation generation) {
        return hub.client()
                .json("/catalog/v1/services?limit=0&q=" + generation.text())
                .at("/meta/total")
                .asLong();
    }

    @Override
    public void close() throws IOException {
        hubs.forEach(Hub::close);
        search.close();
        postgres.close();
    }
}
