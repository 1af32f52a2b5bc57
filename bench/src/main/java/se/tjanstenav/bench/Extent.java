package se.tjanstenav.bench;

import java.time.Duration;

/** How large and how long the measurements are. */
record Extent(boolean quick, int asked) {

    private static final int USUAL = 100_000;
    private static final int QUICK = 2_000;

    /** How many services there are, where the figure does not say otherwise. */
    int services() {
        if (asked > 0) {
            return asked;
        }
        return quick ? QUICK : USUAL;
    }

    int rounds() {
        return 5;
    }

    /** How long one load lasts. */
    Duration load() {
        return Duration.ofSeconds(quick ? 1 : 4);
    }

    /** How long a hub is asked before anything is measured, so that its hot paths are compiled. */
    Duration warmUp() {
        return Duration.ofSeconds(quick ? 15 : 45);
    }
}
