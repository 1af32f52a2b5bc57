package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.tjanstenav.catalog.Samples.AGGREGATOR;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;
import static se.tjanstenav.catalog.Samples.reject;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.FeedId;

/** Which records need not be mapped again, and what becomes of them, alike on every database. */
abstract class KnownRecordsContract extends ReplayContract {

    private static final RecordFingerprint SAME = new RecordFingerprint("F1", "a");
    private static final RecordFingerprint OTHER = new RecordFingerprint("F1", "b");

    @Test
    void aRecordMadeOfTheSameIsUnchanged() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        HarvestRun run = hub.harvests().begin(SERVICES);

        assertThat(run.stageKnown(List.of(SAME, new RecordFingerprint("F2", "a"))))
                .containsExactly(SAME);

        RunReport report = run.publish(Completeness.COMPLETE);
        assertThat(report.counts()).isEqualTo(new RunReport.Counts(1, 1, 0, 0, 0, 0, 0));
        assertThat(report.outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    @Test
    void aKnownRecordStaysHoweverOften() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        for (int i = 0; i < 3; i++) {
            HarvestRun run = hub.harvests().begin(SERVICES);
            run.stageKnown(List.of(SAME));
            run.publish(Completeness.COMPLETE);
        }

        assertThat(hub.names(null)).containsExactly("Flyttanmälan");
    }

    @Test
    void aRecordMadeOfSomethingElseHasToBeMapped() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));

        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(OTHER))).isEmpty();
    }

    @Test
    void whatCarriesWarningsIsMappedEachTime() {
        Contribution doubtful = described("F1", "Flyttanmälan");
        RecordWarning warning = new RecordWarning("F1", "UNKNOWN_CODE", "Tveksamt; se över", "/description");
        publish(new UsableRecord(doubtful, List.of(warning), "a", null));
        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(SAME))).isEmpty();

        publish(madeOf("a", doubtful));
        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(SAME))).containsExactly(SAME);
    }

    @Test
    void remembersWhatAnUnchangedOrChangedRecordIsMadeOfNow() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        publish(madeOf("b", described("F1", "Flyttanmälan")));
        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(SAME, OTHER)))
                .containsExactly(OTHER);

        publish(madeOf("a", described("F1", "Flyttanmälan till Sverige")));
        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(SAME, OTHER)))
                .containsExactly(SAME);
    }

    @Test
    void knowsNothingOfWhatWasNeverPublished() {
        HarvestRun failed = hub.harvests().begin(SERVICES);
        failed.stageRecords(List.of(madeOf("a", described("F1", "Flyttanmälan"))));
        failed.fail(fault("TIMEOUT"));

        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(SAME))).isEmpty();
    }

    @Test
    void aKnownRecordAndAnotherOfItsIdAreBothRejected() {
        publish(madeOf("a", described("F1", "Flyttanmälan")), UsableRecord.of(described("F2", "Adressändring")));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageKnown(List.of(SAME));
        run.stageRecords(List.of(
                madeOf("b", described("F1", "Något annat")), UsableRecord.of(described("F2", "Adressändring"))));

        run.publish(Completeness.PARTIAL);

        assertThat(hub.runs().rejects(run.id(), 0, 10).items())
                .extracting(kept -> kept.reject().code())
                .containsExactly("CONFLICTING_DUPLICATE", "CONFLICTING_DUPLICATE");
        assertThat(hub.names(null)).contains("Flyttanmälan");
    }

    @Test
    void anotherRecordAndAKnownOneOfItsIdAreBothRejected() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageRecords(List.of(madeOf("b", described("F1", "Något annat"))));
        run.stageKnown(List.of(SAME));

        RunReport report = run.publish(Completeness.PARTIAL);

        assertThat(report.counts()).isEqualTo(new RunReport.Counts(2, 0, 0, 0, 0, 2, 0));
    }

    @Test
    void aKnownRecordThatComesTwiceIsOne() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageKnown(List.of(SAME));
        run.stageKnown(List.of(SAME, SAME));

        assertThat(run.publish(Completeness.COMPLETE).counts()).isEqualTo(new RunReport.Counts(3, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void aRunThatFailsTellsWhatItKnew() {
        publish(madeOf("a", described("F1", "Flyttanmälan")));
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageKnown(List.of(SAME));

        assertThat(run.fail(fault("TIMEOUT")).counts().unchanged()).isEqualTo(1);
    }

    @Test
    void aKnownRecordNeedsNoSourceOfAnOlderRejectAnyLonger() {
        publish(madeOf("a", described("F1", "Flyttanmälan")), UsableRecord.of(described("F2", "Adressändring")));
        HarvestRun rejecting = hub.harvests().begin(SERVICES);
        rejecting.reject(reject("F1", 1), Map.of("id", "F1"));
        rejecting.reject(reject("F3", 2), Map.of("id", "F3"));
        rejecting.stageRecords(List.of(UsableRecord.of(described("F2", "Adressändring"))));
        rejecting.publish(Completeness.PARTIAL);

        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageKnown(List.of(SAME));
        run.publish(Completeness.PARTIAL);

        assertThat(hub.runs().rejects(rejecting.id(), 0, 10).items())
                .extracting(kept -> kept.reject().externalId(), KeptReject::replayable)
                .containsExactly(tuple("F1", false), tuple("F3", true));
    }

    /** Feeds of a dozen records, in which some come and go, change, come twice or come twice and differ. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsAllThatMappingEveryRecordTells(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            List<UsableRecord> records = IntStream.range(0, 12)
                    .filter(code -> random.nextInt(12) > 0)
                    .flatMap(code ->
                            IntStream.rangeClosed(0, random.nextInt(14) / 13).map(twice -> code))
                    .mapToObj(code -> variant("F" + code, random.nextInt(9) / 8))
                    .toList();
            Completeness completeness = random.nextInt(4) == 0 ? Completeness.PARTIAL : Completeness.COMPLETE;

            RunReport known = harvest(SERVICES, records, completeness, true);
            RunReport mapped = harvest(AGGREGATOR, records, completeness, false);

            assertThat(known.counts()).as("run %d", i).isEqualTo(mapped.counts());
            assertThat(known.outcome()).isEqualTo(mapped.outcome());
            assertThat(hub.status(SERVICES).records())
                    .isEqualTo(hub.status(AGGREGATOR).records());
            assertThat(rejected(known)).isEqualTo(rejected(mapped));
        }
    }

    private RunReport harvest(FeedId feed, List<UsableRecord> records, Completeness completeness, boolean knows) {
        HarvestRun run = hub.harvests().begin(feed);
        for (UsableRecord record : records) {
            RecordFingerprint identity = new RecordFingerprint(
                    record.contribution().externalId(), Objects.requireNonNull(record.fingerprint()));
            if (!knows || run.stageKnown(List.of(identity)).isEmpty()) {
                run.stageRecords(List.of(record));
            }
        }
        return run.publish(completeness);
    }

    private List<String> rejected(RunReport run) {
        return hub.rejects(run.id()).stream()
                .map(reject -> reject.externalId() + " " + reject.ordinal())
                .toList();
    }

    /** What is the second variant of some is made of something else and says the same. */
    private static UsableRecord variant(String code, int variant) {
        String name = code.equals("F0") ? "Tjänst" : "Tjänst " + variant;
        return madeOf(Integer.toString(variant), described(code, name));
    }

    @Test
    void neverKnowsAnIdThatNoDatabaseKeeps() {
        RecordFingerprint unstorable = new RecordFingerprint("F\0", "a");

        assertThat(hub.harvests().begin(SERVICES).stageKnown(List.of(unstorable)))
                .isEmpty();
    }

    private void publish(UsableRecord... records) {
        HarvestRun run = hub.harvests().begin(SERVICES);
        run.stageRecords(List.of(records));
        assertThat(run.publish(Completeness.COMPLETE).outcome()).isEqualTo(RunOutcome.PUBLISHED);
    }

    private static UsableRecord madeOf(String fingerprint, Contribution contribution) {
        return new UsableRecord(contribution, List.of(), fingerprint, null);
    }
}
