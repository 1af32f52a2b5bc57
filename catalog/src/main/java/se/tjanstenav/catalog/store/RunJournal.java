package se.tjanstenav.catalog.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import se.tjanstenav.catalog.RecordWarning;

/** Writes down, within bounds, what one run rejects and warns of. */
final class RunJournal {

    private final BegunRun run;
    private final Tables tables;
    private int rejectsKept;
    private int warningsKept;
    private long bytesKept;

    RunJournal(BegunRun run, Tables tables) {
        this.run = run;
        this.tables = tables;
    }

    void write(List<Rejected> rejects, List<RecordWarning> warnings, Instant at) {
        List<Rejected> kept = fitting(rejects, rejectsKept);
        tables.rejects()
                .add(run.id(), rejectsKept, kept.stream().map(Rejected::reject).toList());
        if (run.replays() == null) {
            for (int i = 0; i < kept.size(); i++) {
                keepSource(kept.get(i), rejectsKept + i, at);
            }
        }
        rejectsKept += kept.size();
        List<RecordWarning> told = fitting(warnings, warningsKept);
        tables.rejects().addWarnings(run.id(), warningsKept, told);
        warningsKept += told.size();
    }

    private static <T> List<T> fitting(List<T> all, int kept) {
        return all.subList(0, Math.min(all.size(), RejectTable.KEPT_PER_RUN - kept));
    }

    /** A replay keeps no source: that of the reject it repeats stays where it is until it has succeeded. */
    private void keepSource(Rejected rejected, int place, Instant at) {
        String source = rejected.source();
        if (source == null) {
            return;
        }
        long bytes = source.getBytes(StandardCharsets.UTF_8).length;
        if (bytesKept + bytes <= SourceTable.MOST_BYTES_PER_RUN) {
            bytesKept += bytes;
            String externalId = rejected.reject().externalId();
            boolean identified = externalId != null && Intake.storable(externalId);
            tables.sources().keep(run.id(), place, run.feed(), identified ? externalId : null, source, at);
        }
    }
}
