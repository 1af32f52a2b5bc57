package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.SKATTEVERKET;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.reject;
import static se.tjanstenav.catalog.Samples.text;
import static se.tjanstenav.catalog.Samples.timed;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Provenance;
import se.tjanstenav.catalog.model.Service;

/** What every database behind the catalogue must do alike. */
abstract class StoreContract extends ComparisonContract {

    @Test
    void joinsDescriptionAndTimesOfDifferentFeeds() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        hub.harvest(TIMES, timed("t1", "F1", 7));

        Service service = hub.catalogue().service(id("F1")).orElseThrow();

        assertThat(Samples.name(service)).isEqualTo("Flyttanmälan");
        assertThat(service.processingTimes()).containsExactly(Samples.median(7));
        assertThat(service.provenance())
                .extracting(Provenance::group, Provenance::feed, Provenance::competentAuthority)
                .containsExactly(
                        tuple(FieldGroup.DESCRIPTION, SERVICES, true), tuple(FieldGroup.PROCESSING_TIMES, TIMES, true));
    }

    @Test
    void showsNothingBeforeThePublication() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(described("F1", "Flyttanmälan")));

        assertThat(hub.all()).isEmpty();
        assertThat(hub.status(SERVICES).harvesting()).isTrue();

        run.publish(Completeness.COMPLETE);
        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        assertThat(hub.status(SERVICES).harvesting()).isFalse();
    }

    @Test
    void takesAReorderedFeedForUnchanged() {
        Contribution one = described("F1", text("sv", "Flyttanmälan"), Map.of("sv", List.of("flytta", "adress")));
        hub.harvest(SERVICES, one, described("F2", "Namnbyte"));
        Instant changedAt = hub.catalogue().service(id("F1")).orElseThrow().changedAt();
        long last = hub.changes().last();

        clock.advance(Duration.ofHours(1));
        Contribution reordered =
                described("F1", text("sv", "Flyttanmälan "), Map.of("sv", List.of("adress", "flytta")));
        RunReport report =
                hub.harvest(SERVICES, described("F2", "Namnbyte"), Samples.changedAt(reordered, clock.instant()));

        assertThat(report.counts()).isEqualTo(new RunReport.Counts(2, 2, 0, 0, 0, 0, 0));
        assertThat(hub.changes().last()).isEqualTo(last);
        assertThat(hub.catalogue().service(id("F1")).orElseThrow().changedAt()).isEqualTo(changedAt);
        assertThat(hub.status(SERVICES).lastSuccess()).isEqualTo(clock.instant());
    }

    @Test
    void movesChangedAtOnlyWithTheMergedContent() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        Instant first = hub.catalogue().service(id("F1")).orElseThrow().changedAt();
        clock.advance(Duration.ofHours(1));

        hub.harvest(AGGREGATOR, described("F1", "Anmäla flytt"));
        Service overruling = hub.catalogue().service(id("F1")).orElseThrow();
        assertThat(overruling.changedAt()).isEqualTo(first);
        assertThat(overruling.provenance().get(0).overruled()).containsExactly(AGGREGATOR);

        hub.harvest(SERVICES, described("F1", "Flyttanmälan i Sverige"));
        assertThat(hub.catalogue().service(id("F1")).orElseThrow().changedAt()).isEqualTo(clock.instant());
    }

    @Test
    void endsARunWhoseRejectsHoldWhatNoDatabaseKeeps() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.reject(new Reject("F1", 1, Reject.Stage.MAP, "MAPPING", "half \uD83D", "/\0", 3, "\uDE00\0"));

        assertThat(run.fail(fault("TIMEOUT")).outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(hub.rejects(run.id())).hasSize(1);
    }

    @Test
    void findsAServiceByTheNewNameOfItsAuthority() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        long last = hub.changes().last();

        hub.sources().register(List.of(feed("Folkbokföringsverket")));
        assertThat(hub.names("folkbokföringsverket")).containsExactly("Flyttanmälan");
        assertThat(hub.names("skatteverket")).isEmpty();
        assertThat(hub.changes().last()).isEqualTo(last + 1);

        hub.sources().register(List.of(feed("Folkbokföringsverket")));
        assertThat(hub.changes().last()).isEqualTo(last + 1);
    }

    private static FeedRegistration feed(String agency) {
        return Samples.feed(SERVICES, FeedKind.SERVICES, Samples.agency(SKATTEVERKET, agency));
    }

    @Test
    void keepsOneOfIdenticalDuplicatesAndRejectsConflictingOnesBoth() {
        hub.harvest(SERVICES, many(30));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(many(30)));
        run.stage(List.of(described("F0", "Tjänst 0"), described("F1", "Annan tjänst")));

        RunReport report = run.publish(Completeness.COMPLETE);

        assertThat(report.counts()).isEqualTo(new RunReport.Counts(32, 29, 0, 0, 0, 2, 0));
        assertThat(hub.rejects(run.id()))
                .extracting(Reject::externalId, Reject::code, Reject::ordinal)
                .containsExactly(tuple("F1", "CONFLICTING_DUPLICATE", 2L), tuple("F1", "CONFLICTING_DUPLICATE", 32L));
        assertThat(Samples.name(hub.catalogue().service(id("F1")).orElseThrow()))
                .isEqualTo("Tjänst 1");
    }

    @Test
    void rejectsAServiceOfAnAgencyTheFeedDoesNotSpeakFor() {
        hub.sources()
                .register(List.of(
                        Samples.feed(SERVICES, FeedKind.SERVICES, Samples.agency(TILLVAXTVERKET, "Tillväxtverket"))));

        RunReport report = hub.harvest(SERVICES, described("F1", "Flyttanmälan"));

        assertThat(report.outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.rejects(report.id()).get(0).code()).isEqualTo("FOREIGN_AUTHORITY");
        assertThat(hub.all()).isEmpty();
    }

    @Test
    void fencesOutTheEarlierOfTwoRuns() {
        HarvestRun first = hub.harvests().begin(SERVICES);
        first.stage(List.of(described("F1", "Gammal")));
        HarvestRun second = hub.harvests().begin(SERVICES);

        assertThatThrownBy(() -> first.publish(Completeness.COMPLETE)).isInstanceOf(FencedOutException.class);
        assertThatThrownBy(() -> first.stage(List.of(described("F2", "Gammal"))))
                .isInstanceOf(FencedOutException.class);
        assertThat(first.fail(fault("TIMEOUT")).outcome()).isEqualTo(RunOutcome.ABANDONED);
        assertThat(hub.status(SERVICES).fault()).isNull();

        second.stage(List.of(described("F1", "Ny")));
        second.publish(Completeness.COMPLETE);
        assertThat(hub.names(null)).containsExactly("Ny");
        assertThat(hub.runs().ofFeed(SERVICES, 0, 10).items())
                .extracting(RunReport::outcome)
                .containsExactly(RunOutcome.PUBLISHED, RunOutcome.ABANDONED);
    }

    @Test
    void keepsTheLastKnownGoodWhenARunFails() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(described("F1", "Halvfärdig")));

        RunReport report = run.fail(fault("TIMEOUT"));

        assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(report.fault()).isEqualTo(fault("TIMEOUT"));
        assertThat(hub.runs().find(run.id())).contains(report);
        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_CACHE_SYNC_FAILED);
    }

    @Test
    void servesTheLastKnownGoodAfterTheProcessDiedInAHarvest() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        hub.harvests().begin(SERVICES).stage(List.of(described("F1", "Halvfärdig"), described("F2", "Ny")));
        hub.harvests().begin(TIMES).stage(List.of(timed("t1", "F1", 7)));

        hub.close();
        clock.advance(Duration.ofMinutes(5));
        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        SourceStatus services = hub.status(SERVICES);
        assertThat(services.status()).isEqualTo(SyncStatus.FROM_SOURCE);
        assertThat(services.harvesting()).isFalse();
        assertThat(services.records()).isEqualTo(1);
        assertThat(hub.status(TIMES).status()).isEqualTo(SyncStatus.NOT_YET_SYNCED);
        assertThat(hub.catalogue().agencies()).containsKeys(SKATTEVERKET, TILLVAXTVERKET);

        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Ny"));
        assertThat(hub.names(null)).containsExactly("Flyttanmälan", "Ny");
    }

    @Test
    void tellsHowFreshEachFeedIs() {
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.NOT_YET_SYNCED);
        hub.harvests().begin(SERVICES).fail(fault("TIMEOUT"));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.NO_DATA_SYNC_FAILED);
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_SOURCE);
        clock.advance(Samples.FRESH);
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_SOURCE);
        clock.advance(Duration.ofMillis(1));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_CACHE);
        assertThat(hub.sources().all())
                .extracting(SourceStatus::feed)
                .containsExactly(AGGREGATOR, MergeSamples.CONCEPTS, SERVICES, TIMES);
    }

    @Test
    void holdsBackAServiceUntilSomebodyDescribesIt() {
        hub.harvest(TIMES, timed("t1", "F1", 7));
        assertThat(hub.all()).isEmpty();

        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));

        assertThat(hub.catalogue().service(id("F1")).orElseThrow().processingTimes())
                .hasSize(1);
    }

    @Test
    void tellsWhenARecordCameInAndNotWhenItsLongRunEnded() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(described("F1", "Flyttanmälan")));
        Instant fetched = clock.instant();
        clock.advance(Duration.ofMinutes(9));
        run.stage(List.of(described("F2", "Namnbyte")));
        clock.advance(Duration.ofMinutes(1));
        run.publish(Completeness.COMPLETE);

        assertThat(retrievedAt("F1")).isEqualTo(fetched);
        assertThat(retrievedAt("F2")).isEqualTo(fetched.plus(Duration.ofMinutes(9)));

        clock.advance(Duration.ofHours(1));
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Byta namn"));
        assertThat(retrievedAt("F1")).isEqualTo(fetched);
        assertThat(retrievedAt("F2")).isEqualTo(clock.instant());
    }

    private Instant retrievedAt(String code) {
        return hub.catalogue()
                .service(id(code))
                .orElseThrow()
                .provenance()
                .get(0)
                .retrievedAt();
    }

    @Test
    void movesARecordToTheServiceItNowSpeaksOf() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"), described("F2", "Namnbyte"));
        hub.harvest(TIMES, timed("t1", "F1", 7));

        hub.harvest(TIMES, timed("t1", "F2", 7));

        assertThat(hub.catalogue().service(id("F1")).orElseThrow().processingTimes())
                .isEmpty();
        assertThat(hub.catalogue().service(id("F2")).orElseThrow().processingTimes())
                .hasSize(1);
    }

    @Test
    void mergesAgainWhenAFeedMovesToAnotherAgency() {
        hub.harvest(AGGREGATOR, described("F1", "Anmäla flytt"));
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        assertThat(hub.names(null)).containsExactly("Flyttanmälan");

        hub.sources()
                .register(List.of(
                        Samples.feed(AGGREGATOR, FeedKind.SERVICES, Samples.agency(SKATTEVERKET, "Skatteverket"))));

        assertThat(hub.names(null)).containsExactly("Anmäla flytt");
    }

    @Test
    void keepsAThousandRejectsAndCountsThemAll() {
        RunReport report = rejecting(SERVICES, 1200, many(3));

        assertThat(report.counts().rejected()).isEqualTo(1200);
        List<Reject> rejects = hub.rejects(report.id());
        assertThat(rejects).hasSize(1000);
        assertThat(rejects.get(999)).isEqualTo(reject("R999", 999));
    }

    @Test
    void rejectsTextThatNoDatabaseCouldKeep() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.reject(reject("nul\0", 1));
        run.stage(List.of(described("F1", "Flyttanmälan"), described("half\uD83D", "Halv")));
        run.publish(Completeness.COMPLETE);

        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        assertThat(hub.rejects(run.id())).extracting(Reject::code).containsExactly("MAPPING", "INVALID_TEXT");
    }

    @Test
    void numbersChangesWithoutGapsUnderConcurrentPublications() throws Exception {
        List<FeedId> feeds = IntStream.range(0, 4)
                .mapToObj(i -> new FeedId("c" + i, "services"))
                .toList();
        hub.sources()
                .register(feeds.stream()
                        .map(feed ->
                                Samples.feed(feed, FeedKind.SERVICES, Samples.agency(SKATTEVERKET, "Skatteverket")))
                        .toList());
        ExecutorService threads = Executors.newFixedThreadPool(feeds.size());
        List<Future<RunReport>> reports = new ArrayList<>();
        for (FeedId feed : feeds) {
            reports.add(threads.submit(() -> {
                hub.harvest(feed, described("shared", "Delad " + feed), described(feed.connector(), "Egen"));
                return hub.harvest(feed, described("shared", "Ny " + feed), described(feed.connector(), "Egen"));
            }));
        }
        for (Future<RunReport> report : reports) {
            assertThat(report.get().outcome()).isEqualTo(RunOutcome.PUBLISHED);
        }
        threads.shutdown();

        assertThat(hub.changes().after(0, 1000))
                .extracting(ChangeLog.Change::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, hub.changes().last()).boxed().toList());
        Provenance shared =
                hub.catalogue().service(id("shared")).orElseThrow().provenance().get(0);
        assertThat(shared.feed()).isEqualTo(feeds.get(0));
        assertThat(shared.overruled()).containsExactlyElementsOf(feeds.subList(1, 4));
        assertThat(hub.all()).hasSize(5);
    }

    @Test
    void saysWhichFeedMustBeRegisteredFirst() {
        assertThatThrownBy(() -> hub.harvests().begin(new FeedId("okand", "services")))
                .hasMessageContaining("okand/services")
                .hasMessageContaining("register");
    }

    @Test
    void keepsTheScheduledTasksOfTheApplication() throws Exception {
        CountDownLatch executed = new CountDownLatch(1);
        Scheduler scheduler = Scheduler.create(
                        hub.bean(DataSource.class),
                        Tasks.oneTime("harvest").execute((instance, context) -> executed.countDown()))
                .pollingInterval(Duration.ofMillis(50))
                .threads(1)
                .build();
        scheduler.start();
        scheduler.schedule(new TaskInstance<>("harvest", SERVICES.path()), Instant.now());

        assertThat(executed.await(20, TimeUnit.SECONDS)).isTrue();
        scheduler.stop();
    }
}
