package se.tjanstenav.routes.processes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full stops harvests, never readers, and the hub goes on by itself when there is space again. */
class DiskFullIT {

    private static final String AGENCY = "vittnesverket";
    private static final int RECORDS = 3_000;
    private static final int MEGABYTES = 64;

    /** Enough to go on for a while, and not for what the run will read. */
    private static final int LITTLE = 300_000;

    private static final Pattern FULL = Pattern.compile("STORAGE_FULL|No space left on device");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aHarvestThatFindsNoSpaceFailsAndIsRepeatedWhenThereIsSome() throws Exception {
        try (SmallDisk disk = smallDisk();
                WitnessAgencies agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY));
                Hub hub = hub(agencies, disk.folder(), disk.folder()).start()) {
            harvested(hub, agencies);
            String key = hub.operatorKey();
            // Its write-ahead log would have space of its own from the harvest before.
            hub.close();
            hub.start();
            Operator operator = Operator.of(hub, key);
            try (Reader reader = Reader.of(List.of(hub), agencies)) {
                String run = askWhileHeld(operator, agencies);
                disk.fillUpTo(LITTLE);
                agencies.release(AGENCY);
                await().atMost(120, SECONDS).until(() -> hub.log().contains("STORAGE_FULL"));
                awaitReads(reader);

                disk.empty();
                awaitPublished(hub, agencies);
                // Where the batches before have taken the last bytes, the run is closed when the next one begins.
                assertThat(operator.outcome(run)).isIn("failed", "abandoned");
                reader.assertNothingWrong();
            }
        }
    }

    @Test
    void readersAreAnsweredWithoutAByteLeft() throws Exception {
        try (SmallDisk disk = smallDisk();
                WitnessAgencies agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY));
                Hub hub = hub(agencies, disk.folder(), disk.folder()).start()) {
            Operator operator = harvested(hub, agencies);
            try (Reader reader = Reader.of(List.of(hub), agencies)) {
                askWhileHeld(operator, agencies);
                disk.fillUpTo(0);
                agencies.release(AGENCY);
                // The database or the index finds no space first, whichever has less of its files left to write over.
                await().atMost(120, SECONDS).until(() -> FULL.matcher(hub.log()).find());
                awaitReads(reader);

                disk.empty();
                awaitPublished(hub, agencies);
                reader.assertNothingWrong();
            }
        }
    }

    @Test
    void theIndexCatchesUpWhenItsDiskHasSpaceAgain() throws Exception {
        try (SmallDisk disk = smallDisk();
                WitnessAgencies agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY));
                Hub hub = hub(agencies, folder, disk.folder()).start()) {
            Operator operator = harvested(hub, agencies);
            try (Reader reader = Reader.of(List.of(hub), agencies)) {
                String run = askWhileHeld(operator, agencies);
                disk.fillUpTo(0);
                agencies.release(AGENCY);
                await().atMost(120, SECONDS).until(() -> operator.outcome(run), "published"::equals);
                awaitReads(reader);

                disk.empty();
                awaitPublished(hub, agencies);
                reader.assertNothingWrong();
            }
        }
    }

    /** The same without a disk of its own, so that it is tested wherever tests run. */
    @Test
    void aDatabaseThatMayNotGrowFailsHarvestsUntilItMay() throws Exception {
        String mostPages = "?max_page_count=4000";
        String url = "jdbc:sqlite:" + folder.resolve("tjanstenav.db") + mostPages;
        try (WitnessAgencies agencies = WitnessAgencies.launch(folder, RECORDS, Set.of(AGENCY));
                Hub hub = new Hub("hub", folder, settings(agencies, url, folder)).start()) {
            Operator operator = harvested(hub, agencies);
            StoreProbe store = new StoreProbe(url + "&busy_timeout=60000");
            try (Reader reader = Reader.of(List.of(hub), agencies)) {
                String run = askWhileHeld(operator, agencies);
                fill(store);
                agencies.release(AGENCY);
                await().atMost(120, SECONDS).until(() -> operator.outcome(run), "failed"::equals);
                assertThat(operator.fault(run)).isEqualTo("STORAGE_FULL");
                awaitReads(reader);

                store.execute("drop table ballast");
                awaitPublished(hub, agencies);
                reader.assertNothingWrong();
                assertThat(store.integrity()).isEqualTo("ok");
            }
        }
    }

    private SmallDisk smallDisk() throws IOException, InterruptedException {
        Optional<SmallDisk> disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
        assumeTrue(disk.isPresent(), "A small disk can only be mounted on Linux, by root");
        return disk.get();
    }

    private Hub hub(WitnessAgencies agencies, Path database, Path index) throws IOException {
        return new Hub("hub", folder, settings(agencies, "jdbc:sqlite:" + database.resolve("tjanstenav.db"), index));
    }

    private List<String> settings(WitnessAgencies agencies, String url, Path index) throws IOException {
        List<String> settings = new ArrayList<>(agencies.settings(folder));
        settings.addAll(List.of(
                "--tjanstenav.catalog.jdbc-url=" + url,
                "--tjanstenav.catalog.index-directory=" + Files.createDirectories(index.resolve("index")),
                "--tjanstenav.harvest.retry-after=1s",
                "--tjanstenav.harvest.retry-at-most=2s",
                "--db-scheduler.polling-interval=200ms",
                "--db-scheduler.heartbeat-interval=2s"));
        return settings;
    }

    private static Operator harvested(Hub hub, WitnessAgencies agencies) {
        awaitPublished(hub, agencies);
        return Operator.of(hub, hub.operatorKey());
    }

    /** Asks while there is space: the agency answers later, with everything changed. */
    private static String askWhileHeld(Operator operator, WitnessAgencies agencies) {
        agencies.hold(AGENCY);
        String run = operator.ask(AGENCY);
        await().atMost(120, SECONDS).until(() -> operator.outcome(run), "running"::equals);
        agencies.moveOn(AGENCY);
        return run;
    }

    private static void awaitReads(Reader reader) {
        long before = reader.answers();
        await().atMost(60, SECONDS).until(() -> reader.answers() > before + 20);
        reader.assertNothingWrong();
    }

    /** The latest state is published, and found by search. */
    private static void awaitPublished(Hub hub, WitnessAgencies agencies) {
        await().atMost(180, SECONDS).untilAsserted(() -> assertThat(hub.client()
                        .json("/catalog/v1/services?limit=0&q="
                                + agencies.generation(AGENCY).text())
                        .at("/meta/total")
                        .asLong())
                .isGreaterThanOrEqualTo(RECORDS));
    }

    /** Leaves some pages for the report of the run. */
    private static void fill(StoreProbe store) throws SQLException {
        store.execute("create table ballast (content blob)");
        store.execute("create table reserve (content blob)");
        store.execute("insert into reserve values (zeroblob(200000))");
        for (int size : new int[] {1_000_000, 100_000, 4_000}) {
            boolean space = true;
            while (space) {
                try {
                    store.execute("insert into ballast values (zeroblob(" + size + "))");
                } catch (SQLException full) {
                    space = false;
                }
            }
        }
        store.execute("drop table reserve");
    }
}
