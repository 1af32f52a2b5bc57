package se.tjanstenav.connectors.trial;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a connector a dry run tries.
 *
 * @param records how many records of a feed to show at most, 1–100
 * @param feed the one feed to try, null for all
 * @param deadline how long the whole may take; each feed gets its share
 */
public record DryRunSettings(int records, @Nullable String feed, Duration deadline) {

    public static final int RECORDS = 5;
    public static final int MOST_RECORDS = 100;

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    public DryRunSettings {
        if (records < 1 || records > MOST_RECORDS) {
            throw new IllegalArgumentException(
                    "The number of records to try is %d, but must be 1–%d".formatted(records, MOST_RECORDS));
        }
    }

    /** With the usual deadline of 20 seconds. */
    public DryRunSettings(int records, @Nullable String feed) {
        this(records, feed, DEADLINE);
    }
}
