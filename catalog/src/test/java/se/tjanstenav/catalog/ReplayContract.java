package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.TILLVAXTVERKET;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;
import static se.tjanstenav.catalog.Samples.id;
import static se.tjanstenav.catalog.Samples.reject;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;

/** When a rejected record can be mapped once more, and what becomes of it, alike on every database. */
abstract class ReplayContract extends ApprovalContract {

    private static final Map<String, Object> SOURCE = source();

    @Test
    void givesBackTheRecordAsItsAgencySentIt() {
        UUID run = rejected(Completeness.COMPLETE, "R1", SOURCE);
        KeptReject kept = hub.runs().rejects(run, 0, 10).items().get(0);
        assertThat(kept).isEqualTo(new KeptReject(1, reject("R1", 1), true));

        Replay replay = hub.harvests().replay(run, 1, "Anna", 2);

        assertThat(replay.source()).isEqualTo(SOURCE);
        assertThat(String.valueOf(replay.source())).startsWith("{zon=").endsWith("lista=[1, 12345678901, true, null]}");
        assertThat(replay.reject().externalId()).isEqualTo("R1");
        assertThat(replay.toString()).doesNotContain("Åäö");
    }

    @Test
    void fillsInTheRecordAsOfWhenItWasFetched() {
        UUID run = rejected(Completeness.COMPLETE, "R1", SOURCE);
        Instant fetched = clock.instant();
        hub.harvests().begin(SERVICES).fail(fault("TIMEOUT"));
        clock.advance(Duration.ofHours(1));
        SourceStatus before = hub.status(SERVICES);

        RunReport report = replayed(run, described("R1", "Räddad"));

        assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
        assertThat(report.completeness()).isEqualTo(Completeness.PARTIAL);
        assertThat(report.counts()).isEqualTo(new RunReport.Counts(1, 0, 1, 0, 0, 0, 0));
        assertThat(report.origin().kind()).isEqualTo(RunReport.Kind.REPLAY);
        assertThat(report.origin().by()).isEqualTo("Anna");
        assertThat(hub.names("Räddad")).hasSize(1);
        assertThat(hub.catalogue()
                        .service(id("R1"))
                        .orElseThrow()
                        .provenance()
                        .get(0)
                        .retrievedAt())
                .isEqualTo(fetched);
        SourceStatus after = hub.status(SERVICES);
        assertThat(after.records()).isEqualTo(before.records() + 1);
        assertThat(after.fault()).isEqualTo(before.fault()).isNotNull();
        assertThat(after.lastSuccess()).isEqualTo(before.lastSuccess());
        assertRefused(run, "Nothing is kept");
    }

    @Test
    void leavesTheBookmarkAndTheWaitingRunToTheNextHarvest() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(many(3)));
        run.reject(reject("R1", 4), SOURCE);
        run.publish(Completeness.COMPLETE, "first");
        UUID waiting = hub.harvests().request(SERVICES, "Berit");

        replayed(run.id(), described("R1", "Räddad"));

        HarvestRun next = hub.harvests().begin(SERVICES);
        assertThat(next.id()).isEqualTo(waiting);
        assertThat(next.bookmark()).contains("first");
    }

    @Test
    void keepsTheSourceWhileTheRecordIsStillRejected() {
        UUID run = rejected(Completeness.COMPLETE, "R1", SOURCE);
        SourceStatus before = hub.status(SERVICES);
        Replay replay = hub.harvests().replay(run, 1, "Anna", null);
        replay.run().reject(reject("R1", 1), replay.source());

        RunReport report = replay.run().publish(Completeness.PARTIAL);

        assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(report.fault()).isNotNull().extracting(Fault::code).isEqualTo("REPLAY_REJECTED");
        assertThat(report.counts().rejected()).isEqualTo(1);
        assertThat(hub.status(SERVICES)).isEqualTo(before);
        assertThat(hub.runs().rejects(report.id(), 0, 10).items().get(0).replayable())
                .isFalse();
        assertThat(replayed(run, described("R1", "Räddad")).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void refusesWhatWasHarvestedSince() {
        UUID whole = rejected(Completeness.COMPLETE, "R1", SOURCE);
        clock.advance(Duration.ofMinutes(1));
        hub.harvest(SERVICES, many(3));
        assertRefused(whole, "Nothing is kept");

        UUID part = rejected(Completeness.PARTIAL, "R1", SOURCE);
        clock.advance(Duration.ofMinutes(1));
        hub.harvest(SERVICES, Completeness.PARTIAL, List.of(described("F9", "Annan")));
        assertThat(hub.runs().rejects(part, 0, 10).items().get(0).replayable()).isTrue();
        hub.harvest(SERVICES, Completeness.PARTIAL, List.of(described("R1", "Nyare")));
        assertRefused(part, "Nothing is kept");
        assertThat(hub.names("Nyare")).hasSize(1);
    }

    @Test
    void keepsOnlyTheNewestSourceOfARecord() {
        UUID older = rejected(Completeness.PARTIAL, "R1", SOURCE);
        clock.advance(Duration.ofMinutes(1));
        HarvestRun failing = hub.harvests().begin(SERVICES);
        failing.reject(reject("R1", 1), Map.of("namn", "nyare"));
        failing.fail(fault("TIMEOUT"));

        assertRefused(older, "Nothing is kept");
        assertThat(hub.harvests().replay(failing.id(), 1, "Anna", null).source())
                .isEqualTo(Map.of("namn", "nyare"));
    }

    @Test
    void neverReplacesANewerRecordThatAMendedMappingFindsToBeTheSame() {
        UUID run = rejected(Completeness.PARTIAL, null, SOURCE);
        clock.advance(Duration.ofMinutes(1));
        hub.harvest(SERVICES, Completeness.PARTIAL, List.of(described("F9", "Nyare")));

        RunReport report = replayed(run, described("F9", "Äldre"));

        assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(report.fault()).isNotNull().extracting(Fault::code).isEqualTo("REPLAY_OUTDATED");
        assertThat(hub.names("Nyare")).hasSize(1);
    }

    @Test
    void refusesWhileTheFeedIsHarvestedAndGivesWayToAHarvest() {
        UUID run = rejected(Completeness.COMPLETE, "R1", SOURCE);
        HarvestRun harvest = hub.harvests().begin(SERVICES);
        assertRefused(run, "is being harvested");
        harvest.fail(fault("TIMEOUT"));

        Replay replay = hub.harvests().replay(run, 1, "Anna", null);
        replay.run().stage(List.of(described("R1", "Räddad")));
        hub.harvests().begin(SERVICES);
        assertThatThrownBy(() -> replay.run().publish(Completeness.PARTIAL)).isInstanceOf(FencedOutException.class);
    }

    @Test
    void keepsNeitherLargeRecordsNorMoreThanARunMay() {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stage(List.of(many(3)));
        run.reject(reject("large", 1), Map.of("text", "å".repeat(33_000)));
        for (int i = 0; i < 100; i++) {
            run.reject(reject("R" + i, i), Map.of("text", "x".repeat(60_000)));
        }
        run.publish(Completeness.COMPLETE);

        List<KeptReject> rejects = hub.runs().rejects(run.id(), 0, 1000).items();
        assertThat(rejects).hasSize(101);
        assertThat(rejects.get(0).replayable()).isFalse();
        assertThat(rejects.stream().filter(KeptReject::replayable)).hasSize(4 * 1024 * 1024 / 60_011);
    }

    @Test
    void keepsTheSourceOfARecordAboutAnAgencyTheFeedDoesNotSpeakFor() {
        Contribution foreign = new Contribution(
                "F1",
                new ServiceKey(TILLVAXTVERKET, "F1"),
                Samples.description(Samples.text("sv", "Starta företag"), null, Map.of()),
                null,
                null,
                null,
                null);
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageRecords(List.of(new UsableRecord(foreign, List.of(), null, SOURCE)));
        run.stage(List.of(many(3)));
        run.publish(Completeness.COMPLETE);

        assertThat(replayed(run.id(), described("F1", "Rättad")).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    private UUID rejected(Completeness completeness, @Nullable String externalId, Object source) {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.reject(reject(externalId, 1), source);
        run.stage(List.of(many(3)));
        run.publish(completeness);
        return run.id();
    }

    private RunReport replayed(UUID run, Contribution mapped) {
        Replay replay = hub.harvests().replay(run, 1, "Anna", null);
        replay.run().stage(List.of(mapped));
        return replay.run().publish(Completeness.PARTIAL);
    }

    private void assertRefused(UUID run, String why) {
        assertThatThrownBy(() -> hub.harvests().replay(run, 1, "Anna", null))
                .isInstanceOf(RunRefusedException.class)
                .hasMessageContaining(why);
    }

    private static Map<String, Object> source() {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("zon", "Åäö \0 \" \\");
        source.put("namn", null);
        source.put("antal", 1.5);
        source.put("lista", Arrays.asList(1, 12_345_678_901L, true, null));
        return source;
    }
}
