package se.tjanstenav.routes.processes;

import java.time.Duration;
import java.util.Random;

/** How long the tests of this package go on, and how strictly they measure; set by the Maven profile {@code endurance}. */
final class Endurance {

    /** How much slower than promised a hub may be where nothing but its correctness is tested. */
    private static final int PATIENCE = 6;

    private Endurance() {}

    /** How often the hub on SQLite is killed. */
    static int crashes() {
        return Integer.getInteger("endurance.crashes", 2);
    }

    /** How often the replica that harvests is killed. */
    static int kills() {
        return Integer.getInteger("endurance.kills", 1);
    }

    /** What the hub promises, or much more on a machine that is busy with other things. */
    static Duration within(Duration promised) {
        return Boolean.getBoolean("endurance.strict") ? promised : promised.multipliedBy(PATIENCE);
    }

    /** Chances that can be had again: run with the seed that the test has told. */
    static Random random(String test) {
        long seed = Long.getLong("endurance.seed", System.nanoTime());
        tell(test + ": to repeat, -Dendurance.seed=" + seed);
        return new Random(seed);
    }

    /** What a person wants to know of a long run, whether it ends well or not. */
    static void tell(String line) {
        System.out.println("[endurance] " + line);
    }
}
