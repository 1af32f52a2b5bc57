package se.tjanstenav.connectors;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.descriptor.Detail;
import se.tjanstenav.connectors.egress.RunDeadline;
import se.tjanstenav.connectors.mapping.LookupTable;
import se.tjanstenav.connectors.rest.DetailFetcher;
import se.tjanstenav.connectors.source.DetailedRecords;
import se.tjanstenav.connectors.source.FoundRecord;
import se.tjanstenav.connectors.source.PagedRecords;

/** The records of one run, with what belongs to each, as the border promises them. */
final class FetchedRecords implements RecordStream {

    private final PagedRecords pages;
    private final Iterator<FoundRecord> records;
    private final @Nullable DetailedRecords details;
    private final FeedFetchers fetchers;
    private final RunDeadline deadline;
    private final SafeFaults faults;
    private @Nullable Map<String, LookupTable> lookups;

    /**
     * The records of these pages.
     *
     * @param detail the further request for each record, null for none
     */
    FetchedRecords(
            PagedRecords pages,
            String feed,
            @Nullable Detail detail,
            FeedFetchers fetchers,
            RunDeadline deadline,
            SafeFaults faults) {
        this.pages = pages;
        this.fetchers = fetchers;
        this.deadline = deadline;
        this.faults = faults;
        if (detail == null) {
            this.details = null;
            this.records = pages;
        } else {
            DetailFetcher fetcher = fetchers.details();
            DetailedRecords detailed = new DetailedRecords(
                    feed, pages, record -> fetcher.complete(record, deadline), detail.concurrency());
            this.details = detailed;
            this.records = detailed;
        }
    }

    @Override
    public boolean hasNext() {
        try {
            if (lookups == null) {
                lookups = fetchers.lookups(deadline);
            }
            return records.hasNext();
        } catch (RuntimeException e) {
            close();
            throw faults.of(e);
        }
    }

    @Override
    public SourceRecord next() {
        if (!hasNext() || lookups == null) {
            throw new NoSuchElementException("There is no further record");
        }
        FoundRecord found = records.next();
        return new SourceRecord(
                found.ordinal(),
                found.externalId(),
                found.tree(),
                found.oversized(),
                found.context().with(lookups),
                null);
    }

    @Override
    public Completeness completeness() {
        return pages.completeness();
    }

    @Override
    public Optional<String> bookmark() {
        return pages.bookmark();
    }

    @Override
    public void giveUp() {
        deadline.end();
    }

    @Override
    public void close() {
        if (details != null) {
            details.close();
            deadline.end();
        }
        pages.close();
    }
}
