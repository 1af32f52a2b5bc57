package se.tjanstenav.connectors.trial;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a connector a dry run tries.
 *
 * @param records how many records of a feed to show at most, 1–100
 * @param feed the one feed to try, null for all
 * @param deadline how long the whole may take; a feed gets half of what the feeds before it have left, the last one all
 */
public record DryRunSettings(int records, @Nullable String feed, Duration deadline) {

    public static final int RECORDS = 5;
    public static final int MOST_RECORDS = 100;

    public DryRunSettings {
        if (records < 1 || records > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "The number of records to try is %d, but must be 1–%d".formatted(records, MOST_RECORDS));
        }
    }
}
