package se.tjanstenav.mocks.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.tjanstenav.mocks.records.DataFile;
import se.tjanstenav.mocks.records.RawRecord;

/**
 * Another order at each call: the records of a page, and lists of texts within a record, begin one place further on than at the
 * call before with the same address. No record changes page, and the n-th call is always the same.
 */
final class Reordering {

    private final Map<String, Long> callsByAddress = new ConcurrentHashMap<>();

    DataFile reordered(DataFile page, String address) {
        long call = callsByAddress.merge(address, 1L, Long::sum);
        return page.with(page.records()
                .rotated(call)
                .changed(record -> new RawRecord(record.id(), page.values().reordered(record.text(), call))));
    }
}
