package se.tjanstenav.routes.harvest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import se.tjanstenav.connectors.SourceRecord;

/**
 * Records in batches, to be mapped and staged together: enough of them to batch the SQL, few enough to hold in memory.
 * Those of a slow agency come in smaller batches, so that whoever follows the run sees it go on.
 */
final class RecordBatches implements Iterator<List<SourceRecord>> {

    private static final int MOST = 200;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final RecordsUntilFault records;
    private final Clock clock;

    RecordBatches(RecordsUntilFault records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<SourceRecord> next() {
        List<SourceRecord> batch = new ArrayList<>(List.of(records.next()));
        Instant full = clock.instant().plus(LONGEST);
        while (batch.size() < MOST && clock.instant().isBefore(full) && records.hasNext()) {
            batch.add(records.next());
        }
        return batch;
    }
}
