package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.id;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.Service;

/** A feed larger than any batch, so that nothing may rest on having all of it in memory or in one statement. */
class VolumeTest {

    private static final int RECORDS = 20_000;
    private static final int PAGE = 1_000;

    /** More than is read ahead, and far less than there is. */
    private static final int SEVERAL_PAGES = 600;

    @TempDir
    Path folder;

    @Test
    void carriesALargeFeedAndItsUnchangedRepetition() {
        try (TestCatalogue hub = TestCatalogue.in(folder, new MovableClock())) {
            hub.sources().register(Samples.feeds());

            assertThat(harvest(hub, "Tjänst").counts().added()).isEqualTo(RECORDS);
            assertThat(hub.changes().last()).isEqualTo(RECORDS);
            assertThat(hub.catalogue()
                            .search(new ServiceQuery(null, ServiceFilter.ALL, "sv", 19_990, 20))
                            .services())
                    .hasSize(10);

            assertThat(harvest(hub, "Tjänst").counts())
                    .isEqualTo(new RunReport.Counts(RECORDS, RECORDS, 0, 0, 0, 0, 0));
            assertThat(hub.changes().last()).isEqualTo(RECORDS);
            assertThat(hub.catalogue().service(id("F19999"))).isPresent();
            assertThat(mostInMemory(hub.catalogue().all(null, ServiceFilter.ALL)))
                    .isLessThan(SEVERAL_PAGES);
            assertThat(mostInMemory(hub.catalogue().all("tjänst", Samples.of(SKATTEVERKET))))
                    .isLessThan(SEVERAL_PAGES);
        }
    }

    /** Reads all services and looks now and then how many of those read are held. */
    private static int mostInMemory(Iterator<Service> services) {
        List<WeakReference<Service>> read = new ArrayList<>();
        int most = 0;
        int count = 0;
        for (; services.hasNext(); count++) {
            read.add(new WeakReference<>(services.next()));
            if (count % PAGE == 0) {
                System.gc();
                read.removeIf(each -> each.refersTo(null));
                most = Math.max(most, read.size());
            }
        }
        assertThat(count).isEqualTo(RECORDS);
        return most;
    }

    private static RunReport harvest(TestCatalogue hub, String name) {
        HarvestRun run = hub.harvests().begin(SERVICES);
        for (int page = 0; page < RECORDS / PAGE; page++) {
            List<Contribution> contributions = IntStream.range(page * PAGE, (page + 1) * PAGE)
                    .mapToObj(i -> described("F" + i, name + " " + i))
                    .toList();
            run.stage(contributions);
        }
        return run.publish(Completeness.COMPLETE);
    }
}
