package se.tjanstenav.connectors.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.mapping.MappedRecord;
import se.tjanstenav.connectors.trial.RecordTrial.RejectTrial;

/**
 * A record as it was read, before all of its feed could be compared; of its tree only what will be shown is kept.
 *
 * @param externalId as the catalogue has it, null where the record has none
 * @param shown copies what is shown of it
 * @param mapped null where it was rejected
 */
record TriedRecord(
        long ordinal,
        @Nullable String externalId,
        Shown shown,
        @Nullable Object raw,
        @Nullable MappedRecord mapped,
        List<RejectTrial> rejects) {}
