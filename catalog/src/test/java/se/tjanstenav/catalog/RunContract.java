package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TIMES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.reachable;
import static se.tjanstenav.catalog.Samples.reject;
import static se.tjanstenav.catalog.Samples.timed;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.Provenance;

/** How runs are asked for, followed and warned in, alike on every database. */
abstract class RunContract extends KnownRecordsContract {

    @Test
    void letsARunWaitUntilTheFeedIsHarvested() {
        Instant asked = clock.instant();
        UUID id = hub.harvests().request(SERVICES, "Anna");
        RunReport waiting = report(id);
        assertThat(waiting.outcome()).isEqualTo(RunOutcome.REQUESTED);
        assertThat(waiting.startedAt()).isNull();
        assertThat(waiting.origin()).isEqualTo(new RunReport.Origin(RunReport.Kind.HARVEST, "Anna", null, asked));
        assertThat(hub.harvests().waiting()).containsExactly(SERVICES);
        assertThat(hub.status(SERVICES).harvesting()).isFalse();

        clock.advance(Duration.ofMinutes(1));
        HarvestRun run = hub.harvests().begin(SERVICES, 3);

        assertThat(run.id()).isEqualTo(id);
        assertThat(hub.harvests().waiting()).isEmpty();
        run.stage(List.of(described("F1", "Flyttanmälan")));
        RunReport report = run.publish(Completeness.COMPLETE);
        assertThat(report.startedAt()).isEqualTo(clock.instant());
        assertThat(report.origin()).isEqualTo(new RunReport.Origin(RunReport.Kind.HARVEST, "Anna", 3, asked));
        assertThat(hub.harvests().begin(SERVICES).id()).isNotEqualTo(id);
    }

    @Test
    void letsOneRunOfAFeedWaitHoweverManyAsk() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<UUID>> asked = IntStream.range(0, 40)
                .mapToObj(i -> threads.submit(() -> hub.harvests().request(SERVICES, "caller " + i)))
                .toList();
        Set<UUID> ids = new HashSet<>();
        for (Future<UUID> one : asked) {
            ids.add(one.get());
        }
        threads.shutdown();

        assertThat(ids).hasSize(1);
        assertThat(hub.harvests().request(TIMES, "Anna")).isNotIn(ids);
    }

    @Test
    void letsARunWaitForTheOneUnderWay() {
        HarvestRun first = hub.harvests().begin(SERVICES);
        UUID second = hub.harvests().request(SERVICES, "Anna");
        first.stage(List.of(described("F1", "Flyttanmälan")));

        assertThat(first.publish(Completeness.COMPLETE).outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(hub.harvests().begin(SERVICES).id()).isEqualTo(second);
    }

    @Test
    void keepsAWaitingRunThroughARestart() {
        UUID id = hub.harvests().request(SERVICES, "Anna");

        hub.close();
        hub = TestCatalogue.on(jdbcUrl(), folder, clock);

        assertThat(hub.harvests().waiting()).containsExactly(SERVICES);
        assertThat(hub.harvests().begin(SERVICES).id()).isEqualTo(id);
    }

    @Test
    void withdrawsTheWaitingRunOfAFeedThatIsGone() {
        UUID id = hub.harvests().request(SERVICES, "Anna");

        hub.harvests().withdraw(SERVICES);

        RunReport report = report(id);
        assertThat(report.outcome()).isEqualTo(RunOutcome.ABANDONED);
        assertThat(report.startedAt()).isNull();
        assertThat(report.fault()).isNotNull().extracting(Fault::code).isEqualTo("FEED_GONE");
        assertThat(hub.harvests().waiting()).isEmpty();
    }

    @Test
    void asksOnlyForFeedsItKnows() {
        assertThatThrownBy(() -> hub.harvests().request(new FeedId("okand", "services"), "Anna"))
                .hasMessageContaining("okand/services");
    }

    @Test
    void showsWhatARunUnderWayHasDoneSoFar() {
        hub.harvest(SERVICES, described("F0", "Tjänst 0"), described("F1", "Tjänst 1"));
        HarvestRun run = hub.harvests().begin(SERVICES);
        assertThat(report(run.id()).counts()).isEqualTo(RunReport.Counts.NONE);

        clock.advance(Duration.ofSeconds(10));
        run.reject(reject("R1", 1));
        run.stageRecords(List.of(
                UsableRecord.of(described("F0", "Tjänst 0")),
                UsableRecord.of(described("F1", "Ändrad")),
                warned(described("F2", "Ny"), "NO_SWEDISH_NAME")));

        RunReport report = report(run.id());
        assertThat(report.outcome()).isEqualTo(RunOutcome.RUNNING);
        assertThat(report.completeness()).isEqualTo(Completeness.PARTIAL);
        assertThat(report.counts()).isEqualTo(new RunReport.Counts(4, 1, 1, 1, 0, 1, 1));
        assertThat(report.counts().mapped()).isEqualTo(3);
        assertThat(report.seenAt()).isEqualTo(clock.instant());
        assertThat(report.endedAt()).isNull();

        clock.advance(Duration.ofSeconds(10));
        run.reject(reject("R2", 5));
        run.stage(List.of());
        assertThat(report(run.id()).counts().rejected()).isEqualTo(2);
        assertThat(report(run.id()).seenAt()).isEqualTo(clock.instant());

        assertThat(run.fail(fault("TIMEOUT")).counts()).isEqualTo(new RunReport.Counts(5, 1, 1, 1, 0, 2, 1));
    }

    @Test
    void aRunUnderWayNoLongerCountsWhatALaterRecordMadeUnusable() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageRecords(List.of(warned(described("F1", "Flyttanmälan"), "NO_SWEDISH_NAME")));
        assertThat(report(run.id()).counts()).isEqualTo(new RunReport.Counts(1, 0, 1, 0, 0, 0, 1));

        run.stage(List.of(described("F1", "Något annat"), described("F2", "Bygglov")));

        RunReport.Counts counts = new RunReport.Counts(3, 0, 1, 0, 0, 2, 0);
        assertThat(report(run.id()).counts()).isEqualTo(counts);
        assertThat(run.fail(fault("TIMEOUT")).counts()).isEqualTo(counts);
    }

    @Test
    void endsARunWhenAllOfItIsPublished() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(described("F1", "Flyttanmälan")));

        clock.advanceAtEachLook(Duration.ofSeconds(1));
        RunReport report = run.publish(Completeness.COMPLETE);

        assertThat(report.endedAt())
                .isAfter(hub.catalogue().service(id("F1")).orElseThrow().changedAt());
    }

    @Test
    void listsTheRunsOfAConnectorOverItsFeedsByPage() {
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        clock.advance(Duration.ofMinutes(1));
        hub.harvest(TIMES, timed("t1", "F1", 7));
        hub.harvest(AGGREGATOR, described("F1", "Anmäla flytt"));
        clock.advance(Duration.ofMinutes(1));
        hub.harvest(SERVICES, described("F1", "Flyttanmälan"));
        clock.advance(Duration.ofMinutes(1));
        hub.harvests().request(TIMES, "Anna");

        Page<RunReport> page = hub.runs().ofConnector("skatteverket", 0, 3);

        assertThat(page.total()).isEqualTo(4);
        assertThat(page.items())
                .extracting(RunReport::feed, RunReport::outcome)
                .containsExactly(
                        tuple(TIMES, RunOutcome.REQUESTED),
                        tuple(SERVICES, RunOutcome.PUBLISHED),
                        tuple(TIMES, RunOutcome.PUBLISHED));
        assertThat(hub.runs().ofConnector("skatteverket", 3, 3).items())
                .extracting(RunReport::feed)
                .containsExactly(SERVICES);
        assertThat(hub.runs().ofFeed(SERVICES, 1, 5).items()).hasSize(1);
        assertThat(hub.runs().ofConnector("skatte", 0, 3)).isEqualTo(new Page<>(List.of(), 0));
    }

    @Test
    void countsAndKeepsWarningsWithinBounds() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageRecords(Arrays.stream(many(1200))
                .map(contribution -> warned(contribution, "NO_SWEDISH_NAME"))
                .toList());

        RunReport report = run.publish(Completeness.COMPLETE);

        assertThat(report.counts().warned()).isEqualTo(1200);
        Page<RecordWarning> last = hub.runs().warnings(run.id(), 999, 10);
        assertThat(last.total()).isEqualTo(1000);
        assertThat(last.items()).containsExactly(warning("F999", "NO_SWEDISH_NAME"));
    }

    @Test
    void publishesAWarnedRecordWithItsFlag() {
        stage(SERVICES, warned(described("F1", "Flyttanmälan"), "UNKNOWN_CODE", "NO_SWEDISH_NAME", "UNKNOWN_CODE"));

        assertThat(provenance("F1").warnings()).containsExactly("NO_SWEDISH_NAME", "UNKNOWN_CODE");
    }

    @Test
    void movesFlagsWithoutTakingTheRecordForChanged() {
        stage(SERVICES, UsableRecord.of(described("F1", "Flyttanmälan")));
        Instant changedAt = hub.catalogue().service(id("F1")).orElseThrow().changedAt();
        clock.advance(Duration.ofHours(1));
        long last = hub.changes().last();

        RunReport flagged = stage(SERVICES, warned(described("F1", "Flyttanmälan"), "UNKNOWN_CODE"));
        assertThat(flagged.counts()).isEqualTo(new RunReport.Counts(1, 1, 0, 0, 0, 0, 1));
        assertThat(provenance("F1").warnings()).containsExactly("UNKNOWN_CODE");
        assertThat(hub.catalogue().service(id("F1")).orElseThrow().changedAt()).isEqualTo(changedAt);
        assertThat(hub.changes().last()).isEqualTo(last + 1);

        stage(SERVICES, warned(described("F1", "Flyttanmälan"), "UNKNOWN_CODE"));
        assertThat(hub.changes().last()).isEqualTo(last + 1);

        stage(SERVICES, UsableRecord.of(described("F1", "Flyttanmälan")));
        assertThat(provenance("F1").warnings()).isEmpty();
    }

    @Test
    void unitesTheFlagsOfRecordsThatAreShownTogether() {
        stage(
                SERVICES,
                UsableRecord.of(described("F1", "Flyttanmälan")),
                warned(reachable("c1", "F1", "08-1"), "UNKNOWN_CODE"),
                warned(reachable("c2", "F1", "08-2"), "NO_SWEDISH_NAME"));

        List<Provenance> provenance =
                hub.catalogue().service(id("F1")).orElseThrow().provenance();
        assertThat(provenance.get(0).warnings()).isEmpty();
        assertThat(provenance.get(1).warnings()).containsExactly("NO_SWEDISH_NAME", "UNKNOWN_CODE");
    }

    private Provenance provenance(String code) {
        return hub.catalogue().service(id(code)).orElseThrow().provenance().get(0);
    }

    private RunReport stage(FeedId feed, UsableRecord... records) {
        HarvestRun run = hub.harvests().begin(feed);
        run.stageRecords(List.of(records));
        return run.publish(Completeness.COMPLETE);
    }

    private static UsableRecord warned(Contribution contribution, String... codes) {
        List<RecordWarning> warnings = Arrays.stream(codes)
                .map(code -> warning(contribution.externalId(), code))
                .toList();
        return new UsableRecord(contribution, warnings, null, null);
    }

    private static RecordWarning warning(String externalId, String code) {
        return new RecordWarning(externalId, code, "Tveksamt; se över", "/description");
    }
}
