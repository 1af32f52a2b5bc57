package se.tjanstenav.connectors.conformance;

import java.nio.file.Path;
import java.time.Clock;
import se.tjanstenav.connectors.ConnectorsProperties;

/**
 * What to examine, and how.
 *
 * @param descriptor the descriptor file; samples are looked for beside it
 * @param secrets directory with one file per secret
 * @param egress what the requests may reach, as for a hub
 * @param records how many records of a feed to read at most, 1–10,000
 */
public record ConformanceSettings(
        Path descriptor, Path secrets, ConnectorsProperties.Egress egress, int records, Clock clock) {

    public static final int MAX_RECORDS = 10_000;

    public ConformanceSettings {
        if (records < 1 || records > MAX_RECORDS) {
            throw new IllegalArgumentException(
                    "The number of records to read is %d, but must be 1–10,000".formatted(records));
        }
    }
}
