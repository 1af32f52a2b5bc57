package se.tjanstenav.mocks.records;

/**
 * An agency's records as they change from one harvest to the next: some texts change, some records vanish for a few
 * harvests, new ones appear. The same harvest always looks the same.
 */
public final class Changes {

    /** Every so manyeth record is changed at a harvest. */
    private static final int CHANGED = 5;

    /** Every so manyeth record is away, so that no feed shrinks enough to be held back. */
    private static final int AWAY = 9;

    /** For how many harvests a record is away: longer than one, or nobody would believe it. */
    private static final int LONG_AWAY = 3;

    private Changes() {}

    /**
     * @param harvest counted from 1; 0 is the agency as it is
     */
    public static Records at(long harvest, Records right) {
        if (harvest == 0) {
            return right;
        }
        // Of each AWAY records the one at this place is away.
        long away = Math.floorMod(AWAY - 1 - harvest / LONG_AWAY, AWAY);
        long rest = right.size() % AWAY;
        long kept = right.size() / AWAY * (AWAY - 1) + (away < rest ? rest - 1 : rest);
        return new RecordView(
                kept + 1, place -> place == kept ? appeared(right, harvest) : kept(right, harvest, away, place));
    }

    private static RawRecord kept(Records right, long harvest, long away, long place) {
        long within = place % (AWAY - 1);
        long index = place / (AWAY - 1) * AWAY + (within < away ? within : within + 1);
        RawRecord record = right.at(index);
        return (index + harvest) % CHANGED == 0 ? changed(record, harvest) : record;
    }

    private static RawRecord appeared(Records right, long harvest) {
        RawRecord model = right.at(harvest % right.size());
        String id = model.id() + "-ny-" + harvest;
        return new RawRecord(id, Prose.renamed(model.text(), model.id(), id));
    }

    private static RawRecord changed(RawRecord record, long harvest) {
        return new RawRecord(record.id(), Prose.extended(record.text(), " Ändrad för gång " + harvest + "."));
    }
}
