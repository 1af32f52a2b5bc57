package se.tjanstenav.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How large and how long the measurements are.
 *
 * @param all whether all figures are measured, which together are to take half an hour
 * @param asked how many services or records, 0 for as many as is usual
 * @param askedRounds how many rounds, 0 for as many as is usual
 */
record Extent(boolean quick, boolean all, int asked, int askedRounds) {

    private static final int USUAL = 100_000;
    private static final int AMONG_ALL = 5_000;
    private static final int QUICK = 1_000;
    private static final int QUICK_RECORDS = 500;
    private static final int LONGER = 3;

    /** How many services there are, where the figure does not say otherwise. */
    int services() {
        if (asked > 0) {
            return asked;
        }
        return quick ? QUICK : USUAL;
    }

    /** How many records are harvested in each round. */
    int records() {
        if (asked > 0) {
            return asked;
        }
        if (quick) {
            return QUICK_RECORDS;
        }
        return all ? AMONG_ALL : USUAL;
    }

    int rounds() {
        if (askedRounds > 0) {
            return askedRounds;
        }
        return quick ? 1 : 5;
    }

    /** Options of Java for hubs. Where it is quick they are compiled in haste, and soon start. */
    List<String> options() {
        return quick ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }

    /** The Java installations to measure with. */
    List<Path> javaHomes() throws IOException {
        return quick ? Machine.javaHomes().subList(0, 1) : Machine.javaHomes();
    }

    /** How long one load lasts. */
    Duration load() {
        if (quick) {
            return Duration.ofSeconds(1);
        }
        return Duration.ofSeconds(all ? 2 : 4);
    }

    /** How long a load lasts whose slowest hundredth is what counts, which depends on what else happens in the meantime. */
    Duration longLoad() {
        return all || quick ? load() : load().multipliedBy(LONGER);
    }

    /** How long a hub is asked before anything is measured, so that its hot paths are compiled. */
    Duration warmUp() {
        if (quick) {
            return Duration.ofSeconds(1);
        }
        return Duration.ofSeconds(all ? 20 : 45);
    }
}
