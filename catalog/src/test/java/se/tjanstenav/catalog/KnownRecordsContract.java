package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tjanstenav.catalog.Samples.SERVICES;
import static se.tjanstenav.catalog.Samples.described;
import static se.tjanstenav.catalog.Samples.fault;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.catalog.model.Contribution;

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
