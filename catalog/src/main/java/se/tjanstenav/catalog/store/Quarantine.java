package se.tjanstenav.catalog.store;

import java.util.Optional;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;

/**
 * Decides whether a run looks more like a fault of the source than like news, and must be held back. Absence counts only
 * in complete runs, since the others may leave out what they like; growth counts in all.
 */
final class Quarantine {

    static final String EMPTY = "QUARANTINED_EMPTY";
    static final String SHRINK = "QUARANTINED_SHRINK";
    static final String GROWTH = "QUARANTINED_GROWTH";
    static final String REJECTS = "QUARANTINED_REJECTS";

    /** A feed shorter than this may be the agency's first try, and grow to what it really has. */
    private static final int GROWN_FEED = 20;

    private final int mostGrowth;

    /** @param mostGrowth how many times as long as before a run may make a feed */
    Quarantine(int mostGrowth) {
        this.mostGrowth = mostGrowth;
    }

    /**
     * @param published records published before the run
     * @param staged what the run has seen
     * @param progress what has come in
     * @return why the run is held back
     */
    Optional<Fault> check(
            Completeness completeness, long published, StagingTable.Counts staged, RunTable.Progress progress) {
        boolean complete = completeness == Completeness.COMPLETE;
        if (staged.usable() == 0 && (complete ? published + progress.rejected() > 0 : progress.rejected() > 1)) {
            return fault(EMPTY, "has no usable record", published, staged, progress);
        }
        // One record that is missing alone never holds back a feed, however small.
        long missing = published - seen(staged, progress);
        if (complete && missing > 1 && missing * 5 > published) {
            return fault(SHRINK, "shrinks the feed by more than 20 %", published, staged, progress);
        }
        if (published >= GROWN_FEED && staged.added() > published * (mostGrowth - 1)) {
            String reason = "makes the feed more than %d times as long".formatted(mostGrowth);
            return fault(GROWTH, reason, published, staged, progress);
        }
        // One bad record alone never holds back a feed, however small, and a first harvest publishes what is usable.
        if (published > 0 && progress.rejected() > 1 && progress.rejected() * 10 > progress.read()) {
            return fault(REJECTS, "rejects more than 10 % of its records", published, staged, progress);
        }
        return Optional.empty();
    }

    private static long seen(StagingTable.Counts staged, RunTable.Progress progress) {
        return staged.seen() + progress.unidentified();
    }

    private static Optional<Fault> fault(
            String code, String reason, long published, StagingTable.Counts staged, RunTable.Progress progress) {
        return Optional.of(new Fault(
                Fault.Category.AGENCY_ANSWERED_WRONGLY,
                code,
                ("The harvest %s, so nothing of it was published and the %d records published before stay. "
                                + "It read %d records, of which %d usable and %d rejected. "
                                + "Check the source; the next harvest that looks right is published. "
                                + "If this one was right, approve the run.")
                        .formatted(reason, published, progress.read(), staged.usable(), progress.rejected())));
    }
}
