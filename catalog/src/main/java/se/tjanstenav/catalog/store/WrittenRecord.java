package se.tjanstenav.catalog.store;

import se.tjanstenav.catalog.UsableRecord;

/**
 * A usable record with the two texts that take long to make of it. They depend on nothing else, so they are made before
 * the transaction that stages it begins, and for several records at once.
 *
 * @param body what it says, as the store keeps it
 * @param hash of what it says, for comparing
 */
record WrittenRecord(UsableRecord record, String body, String hash) {

    static WrittenRecord of(UsableRecord record) {
        return new WrittenRecord(record, Json.write(record.contribution()), Json.hash(record.contribution()));
    }

    /** Whether every database can keep it. */
    boolean storable() {
        return Intake.storable(record.contribution().externalId()) && Intake.storable(body);
    }
}
