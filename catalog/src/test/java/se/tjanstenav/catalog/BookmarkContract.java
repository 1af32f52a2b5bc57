package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;

/** What a run finds of what earlier ones left, alike on every database. */
abstract class BookmarkContract extends PublishedContract {

    @Test
    void findsWhatTheLastPublishedRunOfTheFeedLeft() {
        assertThat(bookmark()).isEmpty();

        leave("first", Completeness.COMPLETE, many(10));
        assertThat(bookmark()).contains("first");
        assertThat(hub.harvests().begin(TIMES).bookmark()).isEmpty();

        leave("second", Completeness.PARTIAL, many(1));
        assertThat(bookmark()).contains("second");

        leave(null, Completeness.COMPLETE, many(10));
        assertThat(bookmark()).isEmpty();
    }

    @Test
    void keepsWhatWasLeftWhereARunIsNotPublished() {
        leave("first", Completeness.COMPLETE, many(10));

        hub.harvests().begin(SERVICES).fail(fault("TIMEOUT"));
        assertThat(bookmark()).contains("first");

        assertThat(leave("second", Completeness.COMPLETE, many(5)).outcome()).isEqualTo(RunOutcome.QUARANTINED);
        assertThat(bookmark()).contains("first");
    }

    @Test
    void leavesNothingWhileARecordMayYetBeRemoved() {
        leave("first", Completeness.COMPLETE, many(10));
        leave("second", Completeness.COMPLETE, many(9));
        assertThat(bookmark()).isEmpty();

        assertThat(leave("third", Completeness.COMPLETE, many(9)).counts().removed())
                .isEqualTo(1);
        assertThat(bookmark()).contains("third");
    }

    @Test
    void takesASourceThatHasNotChangedForFreshAndTouchesNothing() {
        leave("first", Completeness.COMPLETE, many(10));
        long changes = hub.changes().last();
        clock.advance(Duration.ofDays(3));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_CACHE);

        RunReport report = leave("second", Completeness.UNCHANGED);

        assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(report.completeness()).isEqualTo(Completeness.UNCHANGED);
        assertThat(report.counts()).isEqualTo(new RunReport.Counts(0, 0, 0, 0, 0, 0, 0));
        assertThat(hub.status(SERVICES).status()).isEqualTo(SyncStatus.FROM_SOURCE);
        assertThat(hub.status(SERVICES).records()).isEqualTo(10);
        assertThat(hub.all()).hasSize(10);
        assertThat(hub.changes().last()).isEqualTo(changes);
        assertThat(bookmark()).contains("second");
    }

    private Optional<String> bookmark() {
        return hub.harvests().begin(SERVICES).bookmark();
    }

    private RunReport leave(@Nullable String bookmark, Completeness completeness, Contribution... contributions) {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(contributions));
        return run.publish(completeness, bookmark);
    }
}
