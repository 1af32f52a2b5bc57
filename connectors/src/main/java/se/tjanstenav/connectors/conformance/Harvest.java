package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.FetchException;
import se.tjanstenav.connectors.RecordRejectedException;
import se.tjanstenav.connectors.RecordStream;
import se.tjanstenav.connectors.SourceRecord;
import se.tjanstenav.connectors.TrialFeed;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.mapping.ReadFields;
import se.tjanstenav.connectors.source.PageListener;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.tree.TreePointer;

/** One reading of a feed, as far as it came: what the other classes of this package judge. */
final class Harvest {

    private final List<Seen> records = new ArrayList<>();
    private final List<PageSeen> pages = new ArrayList<>();
    private final List<String> incomplete = new ArrayList<>();
    private final ReadFields fields = new ReadFields();
    private @Nullable Fault fault;
    private boolean cut;
    private boolean unchanged;
    private @Nullable String bookmark;

    private Harvest() {}

    /**
     * One record with what the hub would make of it.
     *
     * @param page the page it came on, from 1
     * @param contribution null where it was rejected
     */
    record Seen(
            SourceRecord record,
            int page,
            @Nullable Contribution contribution,
            @Nullable Reject reject) {

        /** The record's id, or its place where it has none, safe to show. */
        String name() {
            String id = record.externalId();
            return id == null ? "no. " + record.ordinal() : Excerpt.of(id);
        }
    }

    /**
     * One page.
     *
     * @param total the number of records in all, as the page announces it
     */
    record PageSeen(long records, Optional<String> total) {}

    /**
     * Reads a feed and maps every record; what goes wrong is kept and not thrown.
     *
     * @param total pointer to the announced number of records
     * @param limit how many records to read at most
     */
    static Harvest of(TrialFeed feed, @Nullable String total, int limit) {
        return from(Position.START, feed, total, limit);
    }

    static Harvest from(Position first, TrialFeed feed, @Nullable String total, int limit) {
        return read(listener -> feed.open(first, listener), feed, total, limit);
    }

    /** Reads a feed as the run after a published one does. */
    static Harvest after(String bookmark, TrialFeed feed, int limit) {
        return read(listener -> feed.openAfter(bookmark, listener), feed, null, limit);
    }

    private static Harvest read(
            Function<PageListener, RecordStream> open, TrialFeed feed, @Nullable String total, int limit) {
        Harvest harvest = new Harvest();
        Optional<TreePointer> pointer = Optional.ofNullable(total).map(TreePointer::parse);
        try (RecordStream stream = open.apply(harvest.listener(pointer))) {
            while (stream.hasNext() && !harvest.cut) {
                if (harvest.records.size() < limit) {
                    harvest.see(stream.next(), feed);
                } else {
                    harvest.cut = true;
                }
            }
            if (!harvest.cut) {
                harvest.bookmark = stream.bookmark().orElse(null);
                harvest.unchanged = stream.completeness() == Completeness.UNCHANGED;
            }
        } catch (FetchException e) {
            harvest.fault = e.fault();
        }
        return harvest;
    }

    private void see(SourceRecord record, TrialFeed feed) {
        int page = pages.size() + 1;
        try {
            records.add(new Seen(record, page, feed.map(record, fields).contribution(), null));
        } catch (RecordRejectedException e) {
            records.add(new Seen(record, page, null, e.reject()));
        }
    }

    private PageListener listener(Optional<TreePointer> total) {
        return new PageListener() {
            @Override
            public void finished(Position at, long records, Map<String, @Nullable Object> envelope) {
                pages.add(new PageSeen(records, total.flatMap(pointer -> pointer.findText(envelope))));
            }

            @Override
            public void incomplete(String reason) {
                incomplete.add(reason);
            }
        };
    }

    List<Seen> records() {
        return records;
    }

    /** The contributions that were made. */
    List<Contribution> contributions() {
        List<Contribution> made = new ArrayList<>();
        for (Seen seen : records) {
            if (seen.contribution() != null) {
                made.add(seen.contribution());
            }
        }
        return made;
    }

    List<Reject> rejects() {
        List<Reject> rejects = new ArrayList<>();
        for (Seen seen : records) {
            if (seen.reject() != null) {
                rejects.add(seen.reject());
            }
        }
        return rejects;
    }

    /** The pages that were read to their end. */
    List<PageSeen> pages() {
        return pages;
    }

    /** Records on all finished pages, those that {@code where} passes over included. */
    long recordsOnPages() {
        return pages.stream().mapToLong(PageSeen::records).sum();
    }

    /** Why the feed was not seen whole, other than by a fault or the examination's own limit. */
    List<String> incomplete() {
        return incomplete;
    }

    ReadFields fields() {
        return fields;
    }

    Optional<Fault> fault() {
        return Optional.ofNullable(fault);
    }

    /** Whether there were more records than were to be read. */
    boolean cut() {
        return cut;
    }

    /** What the next run would be opened with. */
    Optional<String> bookmark() {
        return Optional.ofNullable(bookmark);
    }

    /** Whether the agency said that nothing differs. */
    boolean unchanged() {
        return unchanged;
    }

    /** Whether the feed was read to its regular end. */
    boolean whole() {
        return fault == null && !cut && incomplete.isEmpty();
    }
}
