package se.tjanstenav.catalog.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.tjanstenav.catalog.store.ContributionTable.Identity;
import se.tjanstenav.catalog.store.StagingTable.Row;
import se.tjanstenav.catalog.store.StagingTable.State;

/**
 * Which published records a run has met as they are, and where: some five bytes for each, so that a feed which did not
 * change costs the database next to nothing. It ends with the process, as the run does.
 */
final class KnownRecords {

    /** Small, since the numbers of a feed that replaces its records over and over lie far apart. */
    private static final int PAGE = 64;

    /** The ordinals of 64 numbers after one another; 0 where none has been met, or is known no longer. */
    private final Map<Long, int[]> pages = new HashMap<>();

    private long count;

    /** Those among the published records that the run knows, as it has met them. */
    Map<String, Row> among(Map<String, Identity> published) {
        Map<String, Row> met = new HashMap<>();
        published.forEach((externalId, identity) -> {
            if (has(identity.number())) {
                met.put(externalId, Row.known(externalId, identity.hash(), ordinal(identity.number())));
            }
        });
        return met;
    }

    /** Follows what became of a batch: some of it is known now, and some that was known is rejected. */
    void follow(List<Row> rows, Map<String, Identity> published) {
        for (Row row : rows) {
            Identity identity = published.get(row.externalId());
            if (identity != null && identity.number() > 0) {
                put(identity.number(), row.state() == State.KNOWN ? Math.toIntExact(row.ordinal()) : 0);
            }
        }
    }

    private void put(long number, int ordinal) {
        int[] page = pages.computeIfAbsent(number / PAGE, first -> new int[PAGE]);
        int index = (int) (number % PAGE);
        count += Integer.signum(ordinal) - Integer.signum(page[index]);
        page[index] = ordinal;
    }

    /** @param number of a published record, 0 for none */
    boolean has(long number) {
        return ordinal(number) > 0;
    }

    private int ordinal(long number) {
        int[] page = pages.get(number / PAGE);
        return page == null ? 0 : page[(int) (number % PAGE)];
    }

    long count() {
        return count;
    }
}
