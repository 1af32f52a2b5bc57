package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.MergeSamples.CONCEPTS;
import static se.tjanstenav.catalog.MergeSamples.concept;
import static se.tjanstenav.catalog.MergeSamples.instance;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.id;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** That what is published depends on what is said alone, and neither on the way there nor on who merged it before. */
abstract class MergedAgainContract extends MergeContract {

    private static final int SEEDS = 8;

    @Test
    void publishesTheSameBytesWhateverTheOrderAndTheRuns() {
        Path other = folder.resolve("reference");
        try (TestCatalogue reference = TestCatalogue.in(other, clock)) {
            reference.sources().register(feeds());
            for (long seed = 0; seed < SEEDS; seed++) {
                RandomContributions contributions = new RandomContributions(new Random(seed), "s" + seed);
                Map<FeedId, List<Contribution>> said = contributions.byFeed();
                said.forEach((feed, records) -> reference.harvest(feed, Completeness.PARTIAL, records));
                harvestByDetours(said, contributions, new Random(seed));

                assertThat(bodies(hub)).as("seed %d", seed).isEqualTo(bodies(reference));
                assertThat(rows(hub, "same_as", "service, target"))
                        .as("seed %d", seed)
                        .isEqualTo(rows(reference, "same_as", "service, target"));
                assertThat(rows(hub, "conflict", "feed, external_id, field_group, service, body"))
                        .as("seed %d", seed)
                        .isEqualTo(rows(reference, "conflict", "feed, external_id, field_group, service, body"));
            }
            assertThat(bodies(hub)).hasSizeGreaterThan(20);
            assertThat(rows(hub, "same_as", "service, target")).isNotEmpty();
        }
    }

    /** In another order, in several runs, and some records having said something else before. */
    private void harvestByDetours(
            Map<FeedId, List<Contribution>> said, RandomContributions contributions, Random random) {
        List<Map.Entry<FeedId, List<Contribution>>> runs = new ArrayList<>();
        said.forEach((feed, records) -> {
            List<Contribution> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            int cut = random.nextInt(shuffled.size() + 1);
            List<Contribution> before = shuffled.stream()
                    .map(record -> contributions.contribution(feed, record.externalId()))
                    .toList();
            hub.harvest(feed, Completeness.PARTIAL, before);
            runs.add(Map.entry(feed, shuffled.subList(0, cut)));
            runs.add(Map.entry(feed, shuffled.subList(cut, shuffled.size())));
        });
        Collections.shuffle(runs, random);
        runs.stream()
                .filter(run -> !run.getValue().isEmpty())
                .forEach(run -> hub.harvest(run.getKey(), Completeness.PARTIAL, run.getValue()));
    }

    private static List<FeedRegistration> feeds() {
        List<FeedRegistration> feeds = new ArrayList<>(Samples.feeds());
        feeds.add(MergeSamples.conceptFeed());
        return feeds;
    }

    private static List<String> bodies(TestCatalogue catalogue) {
        return rows(catalogue, "service", "id, body").stream()
                .map(body -> body.replaceAll("\"(changedAt|retrievedAt)\":\"[^\"]*\"", "\"$1\":\"…\""))
                .toList();
    }

    private static List<String> rows(TestCatalogue catalogue, String table, String columns) {
        return jdbc(catalogue).sql("select " + columns + " from " + table).query().listOfRows().stream()
                .map(Map::values)
                .map(Collection::toString)
                .sorted()
                .toList();
    }

    private static JdbcClient jdbc(TestCatalogue catalogue) {
        return JdbcClient.create(catalogue.bean(DataSource.class));
    }

    @Test
    void mergesAllAgainAtStartWhenTheRulesHaveChanged() {
        hub.harvest(
                SERVICES,
                IntStream.range(0, 450)
                        .mapToObj(i -> instance("F" + i, "Lov " + i, null, "nb-bygglov"))
                        .toArray(Contribution[]::new));
        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd", "nb-bygglov"));
        List<String> before = bodies(hub);
        forgetTheMerge(id("F7").value());
        long last = hub.changes().last();
        hub.close();

        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(bodies(hub)).isEqualTo(before);
        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::service)
                .containsExactly(id("F7"));
        assertThat(hub.names("Lov 7")).contains("Lov 7");
        hub.harvest(CONCEPTS, concept("B1", "Bygglov", "Tillstånd att bygga", "nb-bygglov"));
        assertThat(hub.changes().last()).isEqualTo(last + 1 + 451);
    }

    @Test
    void mergesAgainOnceWhileSeveralStartAtATimeAndOthersRead() throws Exception {
        hub.harvest(
                SERVICES,
                IntStream.range(0, 450)
                        .mapToObj(i -> instance("F" + i, "Lov " + i, null, "nb-bygglov"))
                        .toArray(Contribution[]::new));
        List<String> before = bodies(hub);
        jdbc(hub).sql("update merge_format set number = 1").update();
        jdbc(hub).sql("update service set hash = 'old'").update();
        long last = hub.changes().last();

        ExecutorService threads = Executors.newFixedThreadPool(replicas());
        List<Future<TestCatalogue>> starting = IntStream.range(0, replicas())
                .mapToObj(i -> threads.submit(() -> TestCatalogue.on(jdbcUrl(), folder.resolve("replica" + i), clock)))
                .toList();
        for (Future<TestCatalogue> each : starting) {
            each.get(120, TimeUnit.SECONDS).close();
        }
        threads.shutdown();

        assertThat(bodies(hub)).isEqualTo(before);
        assertThat(hub.changes().after(last, 1000))
                .extracting(ChangeLog.Change::service)
                .hasSize(450)
                .doesNotHaveDuplicates();
    }

    /** How many processes may share the database. */
    abstract int replicas();

    /** As an older release has left the store: by older rules, and without the columns by which records are found. */
    private void forgetTheMerge(String changed) {
        jdbc(hub).sql("update merge_format set number = 1").update();
        jdbc(hub)
                .sql("update contribution set concept = null, defines_concept = null")
                .update();
        jdbc(hub)
                .sql("update service set hash = 'old', body = replace(body, 'Lov 7', 'Lag 7') where id = :id")
                .param("id", changed)
                .update();
    }

    @Test
    void leavesTheStoreAloneWhenItIsMergedByTheRulesOfNow() {
        hub.harvest(SERVICES, instance("F1", "Bygglov", null, "nb-bygglov"));
        jdbc(hub).sql("update service set hash = 'other'").update();
        long last = hub.changes().last();
        hub.close();

        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(hub.changes().last()).isEqualTo(last);
    }

    @Test
    void numbersChangesWithoutGapsWhileSeveralProcessesJoinAndPartServices() throws Exception {
        int feeds = 4;
        hub.sources()
                .register(IntStream.range(0, feeds)
                        .mapToObj(MergedAgainContract::aggregator)
                        .toList());
        ExecutorService threads = Executors.newFixedThreadPool(feeds);
        List<Future<?>> ended = IntStream.range(0, feeds)
                .<Future<?>>mapToObj(i -> threads.submit(() -> joinAndPart(i)))
                .collect(Collectors.toList());
        for (Future<?> each : ended) {
            each.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();

        List<ChangeLog.Change> changes = hub.changes().after(0, 10_000);
        assertThat(changes)
                .extracting(ChangeLog.Change::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, hub.changes().last()).boxed().toList());
        assertThat(replayed(changes))
                .isEqualTo(hub.all().stream()
                        .map(service -> service.id().value())
                        .sorted()
                        .toList());
    }

    private void joinAndPart(int i) {
        FeedId feed = new FeedId("c" + i, "services");
        for (int round = 0; round < 6; round++) {
            String own = "T" + i;
            Contribution said = round % 2 == 0
                    ? MergeSamples.same(MergeSamples.tillvaxtverket(own), "Egen " + round, Samples.key("F1"))
                    : MergeSamples.instance("F1", "Delad " + round, null, "nb-x");
            hub.harvest(feed, Completeness.PARTIAL, List.of(said));
        }
    }

    private static FeedRegistration aggregator(int i) {
        return Samples.feed(
                new FeedId("c" + i, "services"),
                FeedKind.SERVICES,
                Samples.agency(Samples.TILLVAXTVERKET, "Tillväxtverket"),
                Samples.agency(Samples.SKATTEVERKET, "Skatteverket"));
    }

    /** Which services there are by the log alone. */
    private static List<String> replayed(List<ChangeLog.Change> changes) {
        Map<String, ChangeLog.Kind> there = new LinkedHashMap<>();
        changes.forEach(change -> {
            if (change.kind() == ChangeLog.Kind.REMOVED || change.kind() == ChangeLog.Kind.MERGED) {
                assertThat(there.remove(change.service().value())).isNotNull();
            } else {
                boolean wasThere = there.put(change.service().value(), change.kind()) != null;
                assertThat(wasThere).isEqualTo(change.kind() == ChangeLog.Kind.CHANGED);
            }
        });
        return there.keySet().stream().sorted().toList();
    }
}
