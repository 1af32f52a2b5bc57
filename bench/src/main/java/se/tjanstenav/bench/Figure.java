package se.tjanstenav.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure: what was measured in each round, and the same beside it.
 *
 * @param name what it is
 * @param unit of both columns of values
 * @param values of the hub, one for each round
 * @param beside of what it is compared with in the same rounds; empty where there is nothing
 * @param aim what the ratio (or, where there is nothing beside it, the value) should be; null where nothing was promised
 */
record Figure(
        String name,
        String unit,
        List<Double> values,
        List<Double> beside,
        @Nullable Aim aim) {

    Figure {
        values = List.copyOf(values);
        beside = List.copyOf(beside);
        if (values.isEmpty() || (!beside.isEmpty() && beside.size() != values.size())) {
            throw new IllegalArgumentException(name + ": both columns need a value for each round");
        }
    }

    /** At least, or at most, so much. */
    record Aim(boolean atLeast, double value) {

        static Aim atLeast(double value) {
            return new Aim(true, value);
        }

        static Aim atMost(double value) {
            return new Aim(false, value);
        }

        boolean metBy(double measured) {
            return atLeast ? measured >= value : measured <= value;
        }

        @Override
        public String toString() {
            return (atLeast ? "≥ " : "≤ ") + Figure.rounded(value);
        }
    }

    boolean compared() {
        return !beside.isEmpty();
    }

    /** The ratio of each round, or the plain values where there is nothing beside them; ascending. */
    List<Double> ascending() {
        double[] all = new double[values.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = compared() ? values.get(i) / beside.get(i) : values.get(i);
        }
        Arrays.sort(all);
        List<Double> list = new ArrayList<>();
        for (double one : all) {
            list.add(one);
        }
        return list;
    }

    /** What is told: the median of the rounds. */
    double median() {
        return median(ascending());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String rounded(double value) {
        if (value != 0 && Math.abs(value) < 10) {
            return String.format(Locale.ROOT, "%.2f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
    }
}
