package se.tjanstenav.mocks.records;

import se.tjanstenav.mocks.Fault;

/** An agency's records as a fault leaves them. */
public final class RecordFaults {

    /** More pages than any caller should turn. */
    private static final long ENDLESS = 100_000_000;

    private static final int GIANT = 6_000_000;

    private RecordFaults() {}

    /**
     * @param paged whether the records are handed out page by page
     * @param file the data file's name, whose ending tells the format
     */
    public static Records spoiled(Fault fault, Records right, boolean paged, String file) {
        return switch (fault) {
            case EMPTY -> Records.none();
            case SHRUNK -> right.range(0, Math.max(1, right.size() / 3));
            case DUPLICATES -> withSecond(right, right.at(0));
            case CONFLICTING_DUPLICATES -> withSecond(right, extended(right.at(0), " Enligt en annan uppgift."));
            case GIANT_RECORD ->
                new RecordView(
                        right.size(),
                        index -> index == right.size() - 1
                                ? extended(right.at(index), " lång".repeat(GIANT / 5))
                                : right.at(index));
            case LINE_BREAKS -> right.changed(each -> extended(each, lineBreaks(file)));
            case CYCLIC_PAGES -> paged ? new RecordView(ENDLESS, index -> right.at(index % right.size())) : right;
            case ENDLESS_PAGES -> paged ? GeneratedRecords.of(right, ENDLESS, 1) : right;
            default -> right;
        };
    }

    private static Records withSecond(Records right, RawRecord second) {
        return new RecordView(right.size() + 1, index -> index == 1 ? second : right.at(index == 0 ? 0 : index - 1));
    }

    private static RawRecord extended(RawRecord record, String addition) {
        return new RawRecord(record.id(), Prose.extendedSomewhere(record.text(), addition));
    }

    /** Escaped as the format wants it; a cell without quotes can hold no line end, so there it is the escape alone. */
    private static String lineBreaks(String file) {
        if (file.endsWith(".json")) {
            return "\\r\\nX-Injected: true\\u001b[31m";
        }
        return file.endsWith(".xml") ? "&#13;&#10;X-Injected: true\u0085" : "\u001b[31mX-Injected: true";
    }
}
