package se.tjanstenav.catalog.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.RecordWarning;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.UsableRecord;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.store.StagingTable.Row;
import se.tjanstenav.catalog.store.StagingTable.State;

/**
 * Sorts one batch of records into news, unchanged, repeated and rejected, by what the run has met before and what is
 * published. It only decides; {@link JdbcHarvestRun} reads before and writes afterwards.
 */
final class Intake {

    private final Mandate mandate;
    private final Map<String, Row> met;
    private final Map<String, ContributionTable.Identity> published;
    private final Map<String, Row> written = new LinkedHashMap<>();
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<RecordWarning> warnings = new ArrayList<>();
    private final Map<StagingTable.State, Long> changes = new EnumMap<>(StagingTable.State.class);
    private long read;
    private long unidentified;
    private long warned;

    /**
     * @param mandate what the feed may speak of
     * @param met the batch's records among those the run has staged before
     * @param published the batch's records among those published
     */
    Intake(Mandate mandate, Map<String, Row> met, Map<String, ContributionTable.Identity> published) {
        this.mandate = mandate;
        this.met = new HashMap<>(met);
        this.published = published;
    }

    void take(WrittenRecord written, long ordinal) {
        UsableRecord usable = written.record();
        Contribution contribution = usable.contribution();
        if (!written.storable()) {
            take(reject(
                    null,
                    ordinal,
                    "INVALID_TEXT",
                    "The record has characters that are no text; send valid Unicode",
                    null));
            return;
        }
        mandate.refusal(contribution)
                .ifPresentOrElse(
                        refusal -> take(reject(
                                contribution.externalId(), ordinal, refusal.code(), refusal.detail(), usable.source())),
                        () -> compare(row(written, ordinal), usable.warnings()));
    }

    /** Takes a record that is made of what the published one of its id is. */
    void takeKnown(String externalId, long ordinal) {
        ContributionTable.Identity before = Objects.requireNonNull(published.get(externalId), externalId);
        compare(Row.known(externalId, before.hash(), ordinal), List.of());
    }

    void take(Rejected rejected) {
        read++;
        Reject reject = rejected.reject();
        String externalId = reject.externalId();
        if (externalId == null || !storable(externalId)) {
            unidentified++;
        } else {
            mark(externalId, reject.ordinal());
        }
        rejects.add(rejected);
    }

    private void mark(String externalId, long ordinal) {
        Row earlier = met.get(externalId);
        if (earlier == null) {
            keep(Row.rejected(externalId, null, ordinal));
        } else if (earlier.state() != State.REJECTED) {
            rejects.add(conflict(earlier.externalId(), earlier.ordinal()));
            keep(Row.rejected(externalId, earlier.hash(), earlier.ordinal()));
        }
    }

    private void compare(Row row, List<RecordWarning> doubts) {
        Row earlier = met.get(row.externalId());
        if (earlier == null) {
            read++;
            keep(row);
            warnings.addAll(doubts);
        } else if (earlier.state() != State.REJECTED && Objects.equals(row.hash(), earlier.hash())) {
            read++;
        } else {
            take(conflict(row.externalId(), row.ordinal()));
        }
    }

    private Row row(WrittenRecord written, long ordinal) {
        UsableRecord usable = written.record();
        Contribution contribution = usable.contribution();
        String codes = codes(usable.warnings());
        String externalId = contribution.externalId();
        String hash = written.hash();
        // Warnings are told by every run, so what carries some is mapped each time.
        String fingerprint = codes == null ? usable.fingerprint() : null;
        ContributionTable.Identity before = published.get(externalId);
        if (before != null && hash.equals(before.hash())) {
            return new Row(
                    externalId, State.UNCHANGED, hash, ordinal, null, null, null, codes, RecordLinks.NONE, fingerprint);
        }
        return new Row(
                externalId,
                before == null ? State.ADDED : State.CHANGED,
                hash,
                ordinal,
                ServiceId.of(contribution.service()).value(),
                written.body(),
                Times.millis(contribution.changedAt()),
                codes,
                RecordLinks.of(contribution),
                fingerprint);
    }

    private static @Nullable String codes(List<RecordWarning> warnings) {
        return warnings.isEmpty()
                ? null
                : Json.write(warnings.stream()
                        .map(RecordWarning::code)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void keep(Row row) {
        Row earlier = met.put(row.externalId(), row);
        if (earlier != null) {
            count(earlier, -1);
        }
        count(row, 1);
        written.put(row.externalId(), row);
    }

    private void count(Row row, long rows) {
        changes.merge(row.state(), rows, Long::sum);
        warned += row.warnings() == null ? 0 : rows;
    }

    private static Rejected conflict(String externalId, long ordinal) {
        return reject(
                externalId,
                ordinal,
                "CONFLICTING_DUPLICATE",
                "Another record of the feed has the same id and other content; give each record an id of its own",
                null);
    }

    private static Rejected reject(
            @Nullable String externalId, long ordinal, String code, String detail, @Nullable Object source) {
        return Rejected.of(new Reject(externalId, ordinal, Reject.Stage.STAGE, code, detail, null, null, null), source);
    }

    /** PostgreSQL has no NUL in texts, and half a surrogate pair is no character. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** The ids that can be asked for: PostgreSQL does not even compare with what it cannot keep. */
    static List<String> storable(Stream<String> externalIds) {
        return externalIds.filter(Intake::storable).distinct().toList();
    }

    List<Row> written() {
        return List.copyOf(written.values());
    }

    List<Rejected> rejects() {
        return rejects;
    }

    List<RecordWarning> warnings() {
        return warnings;
    }

    RunTable.Progress progress() {
        return new RunTable.Progress(read, rejects.size(), unidentified, warned);
    }

    /** By how many records the run has more of each fate, or fewer. */
    StagingTable.Counts changes() {
        return StagingTable.Counts.of(changes, warned);
    }
}
