package se.tjanstenav.connectors;

import java.util.NoSuchElementException;
import java.util.Optional;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.connectors.source.FoundRecord;
import se.tjanstenav.connectors.source.PagedRecords;

/** The records of one run, as the border promises them. */
final class FetchedRecords implements RecordStream {

    private final PagedRecords records;
    private final SafeFaults faults;

    FetchedRecords(PagedRecords records, SafeFaults faults) {
        this.records = records;
        this.faults = faults;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (RuntimeException e) {
            records.close();
            throw faults.of(e);
        }
    }

    @Override
    public SourceRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There is no further record");
        }
        FoundRecord found = records.next();
        return new SourceRecord(found.ordinal(), found.externalId(), found.tree(), found.oversized());
    }

    @Override
    public Completeness completeness() {
        return records.completeness();
    }

    @Override
    public Optional<String> bookmark() {
        return records.bookmark();
    }

    @Override
    public void close() {
        records.close();
    }
}
