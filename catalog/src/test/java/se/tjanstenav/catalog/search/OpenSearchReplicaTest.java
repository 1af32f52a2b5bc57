package se.tjanstenav.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.Samples;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.TestCatalogue;
import se.tjanstenav.catalog.model.Service;

class OpenSearchReplicaTest extends ReplicaContract {

    private final Map<String, String> settings = SearchBackends.openSearch();

    @Override
    Map<String, String> backend() {
        return settings;
    }

    @Test
    void anotherStepsInWhenThePublisherCannotReachTheIndex() {
        Gate gate = Gate.to(SharedOpenSearch.uri());
        Map<String, String> through = new HashMap<>(settings);
        through.put(SearchBackends.URIS, gate.uri().toString());
        TestCatalogue publisher = hub(through);
        publisher.sources().register(Samples.feeds());
        publisher.harvest(SERVICES, described("F1", "Flyttanmälan"));

        gate.shut();
        publisher.harvest(SERVICES, described("F1", "Adressändring"));
        TestCatalogue other = hub(settings);
        hubs.remove(publisher);

        awaitAll(hub -> assertThat(hub.names(null)).containsExactly("Adressändring"));
        hubs.add(publisher);
        gate.open();
        awaitAll(hub -> assertThat(hub.names(null)).containsExactly("Adressändring"));
        assertThat(other.names("flytt")).isEmpty();
        gate.close();
    }

    @Test
    void aReplicaThatWasHeldUpNeverBringsAnOlderStateBack() {
        TestCatalogue hub = hub(settings);
        hub.sources().register(Samples.feeds());
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        StoredServices store = hub.bean(StoredServices.class);
        List<Service> before = store.services(Set.of(Samples.id("F1"), Samples.id("F2")));
        long then = hub.changes().last();
        hub.harvest(SERVICES, described("F1", "Adressändring"));
        hub.harvest(SERVICES, described("F1", "Adressändring"));
        assertThat(hub.names(null)).containsExactly("Adressändring");

        try (OpenSearchBackend heldUp = backendOf(store.identity())) {
            Generation generation = heldUp.current().orElseThrow();
            List<IndexedService> old = before.stream()
                    .map(service -> new IndexedService(service, List.of()))
                    .toList();
            generation.write(old, List.of(), then);
            generation.moveTo(IndexPosition.of(store.identity(), then));

            assertThat(generation.position().orElseThrow().sequence)
                    .isEqualTo(hub.changes().last());
            assertThat(hub.names(null)).containsExactly("Adressändring");
            generation.write(List.of(), List.of(Samples.id("F1")), then);
            generation.moveTo(IndexPosition.of(store.identity(), then));
            assertThat(hub.names(null)).containsExactly("Adressändring");
        }
    }

    @Test
    void aReplicaWhoseGenerationWasReplacedDoesNotMakeItAgain() {
        TestCatalogue hub = hub(settings);
        hub.sources().register(Samples.feeds());
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        StoredServices store = hub.bean(StoredServices.class);
        try (OpenSearchBackend slow = backendOf(store.identity())) {
            Generation replaced = slow.current().orElseThrow();
            hub.bean(ServiceIndex.class).rebuild();

            assertThat(slow.current().orElseThrow().name()).isNotEqualTo(replaced.name());
            assertThat(slow.use(replaced)).isFalse();
            assertThatThrownBy(() -> replaced.write(List.of(), List.of(Samples.id("F1")), 1));
            assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        }
    }

    private OpenSearchBackend backendOf(UUID store) {
        return OpenSearchBackend.open(
                new OpenSearchProperties(
                        List.of(SharedOpenSearch.uri()), null, null, SearchBackends.prefix(settings), null, "2.19"),
                store);
    }
}
