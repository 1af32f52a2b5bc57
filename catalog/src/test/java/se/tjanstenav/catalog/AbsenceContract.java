package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.reject;
import static se.tjanstenav.catalog.Samples.timed;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** When a record that is missing may be removed, alike on every database; {@link StoreContract} has the rest. */
abstract class AbsenceContract {

    @TempDir
    Path folder;

    final MovableClock clock = new MovableClock();
    TestCatalogue hub;

    abstract String jdbcUrl();

    @BeforeEach
    void open() {
        hub = TestCatalogue.on(jdbcUrl(), folder, clock);
        hub.sources().register(Samples.feeds());
        hub.sources().register(List.of(MergeSamples.conceptFeed()));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void removesOnlyWhatTwoCompleteRunsInARowHaveMissed() {
        Contribution[] seven = many(7);
        hub.harvest(SERVICES, seven);
        List<Contribution> six = List.of(seven).subList(0, 6);

        hub.harvest(SERVICES, Completeness.COMPLETE, six);
        hub.harvest(SERVICES, seven);
        hub.harvest(SERVICES, Completeness.COMPLETE, six);
        hub.harvest(SERVICES, Completeness.PARTIAL, six);
        assertThat(hub.all()).hasSize(7);

        RunReport report = hub.harvest(SERVICES, Completeness.COMPLETE, six);

        assertThat(report.counts().removed()).isEqualTo(1);
        assertThat(hub.all()).hasSize(6);
        assertThat(hub.catalogue().service(id("F6"))).isEmpty();
        assertThat(hub.status(SERVICES).records()).isEqualTo(6);
        ChangeLog.Change tombstone =
                hub.changes().after(hub.changes().last() - 1, 10).get(0);
        assertThat(tombstone.service()).isEqualTo(id("F6"));
        assertThat(tombstone.kind()).isEqualTo(ChangeLog.Kind.REMOVED);
    }

    @Test
    void keepsTheLastKnownGoodOfARejectedRecord() {
        hub.harvest(SERVICES, many(7));
        for (int i = 0; i < 3; i++) {
            HarvestRun run = hub.harvests().begin(SERVICES);
            run.reject(reject("F6", 1));
            run.stage(List.of(many(6)));
            assertThat(run.publish(Completeness.COMPLETE).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        }

        assertThat(hub.all()).hasSize(7);
    }

    @Test
    void keepsTheLastKnownGoodOfARejectedRecordWhoseIdHasBlanksAround() {
        hub.harvest(SERVICES, described(" F6 ", "Tjänst 6"), described("F0", "Tjänst 0"));
        for (int i = 0; i < 3; i++) {
            HarvestRun run = hub.harvests().begin(SERVICES);
            run.reject(reject(" F6 ", 1));
            run.stage(List.of(described("F0", "Tjänst 0")));
            run.publish(Completeness.COMPLETE);
        }

        assertThat(hub.names(null)).containsExactly("Tjänst 0", "Tjänst 6");
    }

    @Test
    void concludesNoAbsenceWhenARecordWithoutIdWasRejected() {
        hub.harvest(SERVICES, many(7));
        for (int i = 0; i < 3; i++) {
            HarvestRun run = hub.harvests().begin(SERVICES);
            run.stage(List.of(many(6)));
            run.reject(reject(null, 7));
            assertThat(run.publish(Completeness.COMPLETE).counts().removed()).isZero();
        }

        assertThat(hub.all()).hasSize(7);
    }

    @Test
    void quarantinesAnEmptyRun() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        clock.advance(Duration.ofMinutes(1));

        RunReport report = hub.harvest(SERVICES);

        assertThat(report.outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
        SourceStatus status = hub.status(SERVICES);
        assertThat(status.status()).isEqualTo(SyncStatus.FROM_CACHE_SYNC_FAILED);
        assertThat(status.lastFailure()).isEqualTo(clock.instant());
        assertThat(Objects.requireNonNull(status.fault()).code()).isEqualTo("QUARANTINED_EMPTY");
    }

    @Test
    void quarantinesARunThatShrinksTheFeedByMoreThanAFifth() {
        hub.harvest(SERVICES, many(10));

        assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(Objects.requireNonNull(hub.status(SERVICES).fault()).code()).isEqualTo("QUARANTINED_SHRINK");
        assertThat(hub.harvest(SERVICES, many(8)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.status(SERVICES).fault()).isNull();
        assertThat(hub.all()).hasSize(10);
    }

    @Test
    void quarantinesASmallFeedToo() {
        hub.harvest(SERVICES, many(4));

        assertThat(hub.harvest(SERVICES, many(2)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.harvest(SERVICES, many(1)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.harvest(SERVICES, many(3)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.harvest(SERVICES, many(3)).counts().removed()).isEqualTo(1);
    }

    @Test
    void doesNotCountAsMissingWhatARunMissedThatWasNotPublished() {
        hub.harvest(SERVICES, many(10));
        for (int i = 0; i < 3; i++) {
            assertThat(hub.harvest(SERVICES, many(7)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
            HarvestRun failing = hub.harvests().begin(SERVICES);
            failing.stage(List.of(many(9)));
            failing.fail(fault("TIMEOUT"));
            hub.harvests().begin(SERVICES).stage(List.of(many(9)));
        }

        assertThat(hub.harvest(SERVICES, many(9)).counts().removed()).isZero();
        assertThat(hub.harvest(SERVICES, many(9)).counts().removed()).isEqualTo(1);
    }

    @Test
    void publishesARunThatRejectsATenthAndNoMore() {
        hub.harvest(SERVICES, many(20));

        assertThat(rejecting(SERVICES, 2, many(18)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(rejecting(SERVICES, 3, many(18)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
    }

    @Test
    void quarantinesARunThatRejectsMoreThanATenth() {
        hub.harvest(SERVICES, many(10));

        RunReport report = rejecting(SERVICES, 2, many(10));

        assertThat(report.outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(Objects.requireNonNull(report.fault()).code()).isEqualTo("QUARANTINED_REJECTS");
        assertThat(rejecting(SERVICES, 1, many(8)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void publishesTheUsablePartOfAFirstHarvest() {
        assertThat(rejecting(SERVICES, 3, many(4)).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.all()).hasSize(4);
        assertThat(rejecting(TIMES, 3).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(hub.status(TIMES).status()).isEqualTo(SyncStatus.NO_DATA_SYNC_FAILED);
    }

    @Test
    void acceptsThatASourceHasNothingNew() {
        hub.harvest(SERVICES, many(10));
        clock.advance(Duration.ofDays(3));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_CACHE);

        RunReport report = hub.harvest(SERVICES, Completeness.UNCHANGED, List.of());

        assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.all()).hasSize(10);
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_SOURCE);
    }

    @Test
    void removesAServiceThatNobodyDescribesAnyLongerAndTakesItBackByItsId() {
        hub.harvest(SERVICES, many(7));
        hub.harvest(TIMES, timed("t6", "F6", 7));
        hub.harvest(SERVICES, many(6));
        hub.harvest(SERVICES, many(6));
        assertThat(hub.catalogue().service(id("F6"))).isEmpty();
        assertThat(hub.status(TIMES).records()).isEqualTo(1);
        long last = hub.changes().last();

        hub.harvest(SERVICES, many(7));

        assertThat(hub.catalogue().service(id("F6")).orElseThrow().processingTimes())
                .hasSize(1);
        assertThat(hub.changes().after(last, 10))
                .extracting(ChangeLog.Change::service, ChangeLog.Change::kind)
                .containsExactly(tuple(id("F6"), ChangeLog.Kind.ADDED));
    }

    static Contribution[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> described("F" + i, "Tjänst " + i))
                .toArray(Contribution[]::new);
    }

    RunReport rejecting(FeedId feed, int rejects, Contribution... contributions) {
        HarvestRun run = hub.harvests().begin(feed);
        for (int i = 0; i < rejects; i++) {
            run.reject(reject("R" + i, i));
        }
        run.stage(List.of(contributions));
        return run.publish(Completeness.COMPLETE);
    }
}
