package se.tjanstenav.mocks;

import java.time.Duration;
import java.util.SplittableRandom;

/** How an agency's day goes, besides what goes wrong with single answers. Requests are counted from when it was set. */
public enum Scenario {
    /** Nothing out of the ordinary. */
    USUAL,

    /** Just back after a breakdown: the first three requests meet 503, the next three wait a second, then all is well. */
    RECOVERING,

    /**
     * Half of the answers take longer than 0.3 s, one in twenty over 1.5 s, none over 8 s: a log-normal distribution, as
     * is usual of busy servers. The same request of the day always waits the same time.
     */
    SLOW_DAY,

    /** From one harvest to the next some records change, some vanish for a few harvests, and new ones appear. */
    CHANGES;

    private static final int FAILING = 3;
    private static final int SLUGGISH = 6;
    private static final double MEDIAN_MILLIS = 300;
    private static final double LONGEST_MILLIS = 8000;

    /** Whether the request meets an agency that is not back yet. */
    public boolean fails(long request) {
        return this == RECOVERING && request <= FAILING;
    }

    /** How long the request waits before it is answered. */
    public Duration delay(long request) {
        return switch (this) {
            case USUAL, CHANGES -> Duration.ZERO;
            case RECOVERING -> request > FAILING && request <= SLUGGISH ? Duration.ofSeconds(1) : Duration.ZERO;
            case SLOW_DAY -> {
                double millis = MEDIAN_MILLIS * Math.exp(new SplittableRandom(request).nextGaussian());
                yield Duration.ofMillis(Math.round(Math.min(LONGEST_MILLIS, millis)));
            }
        };
    }
}
