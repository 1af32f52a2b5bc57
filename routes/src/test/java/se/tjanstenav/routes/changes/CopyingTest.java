package se.tjanstenav.routes.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;
import tools.jackson.databind.JsonNode;

/** A copy that is cut off again and again while the catalogue keeps changing. */
class CopyingTest {

    private static final int CUTS = 100;

    /** Fewer than most events have, and enough for a few. */
    private static final int MOST_BYTES = 2500;

    private static final long SEED = 20261129;

    @Test
    void aCopyThatIsCutOffAHundredTimesEndsWithExactlyTheCatalogue(@TempDir Path folder) throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (HubUnderTest hub = HubUnderTest.alone(folder)) {
            ChangingCatalogue catalogue = new ChangingCatalogue(hub, new Random(SEED));
            CatalogueCopy copy = new CatalogueCopy(hub.client());
            AtomicBoolean going = new AtomicBoolean(true);
            Future<?> changing = thread.submit(() -> {
                while (going.get()) {
                    catalogue.change();
                }
            });
            try {
                Random cuts = new Random(SEED);
                for (int i = 0; i < CUTS; i++) {
                    copy.follow(cuts.nextInt(MOST_BYTES), null);
                }
            } finally {
                going.set(false);
                changing.get();
            }
            HubClient client = hub.client();
            String end = client.json("/catalog/v1/changes?after=now")
                    .at("/meta/next")
                    .asString();
            copy.follow(Long.MAX_VALUE, end);

            assertThat(copy.services()).isEqualTo(catalogueOf(hub));
            assertThat(copy.kinds()).containsExactly("added", "changed", "merged", "removed");
        } finally {
            thread.shutdownNow();
        }
    }

    private static Map<String, JsonNode> catalogueOf(HubUnderTest hub) {
        HubClient client = hub.client();
        Map<String, JsonNode> services = new TreeMap<>();
        hub.bean(StoredServices.class).after(null, 1000).forEach(service -> {
            String id = service.id().value();
            services.put(id, client.json("/catalog/v1/services/" + id));
        });
        return services;
    }
}
