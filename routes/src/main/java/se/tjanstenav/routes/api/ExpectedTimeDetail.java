package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Certainty;
import se.tjanstenav.catalog.ComparableLength.Assumption;
import se.tjanstenav.catalog.ExpectedTime;
import se.tjanstenav.catalog.ExpectedTime.NotCounted;
import se.tjanstenav.catalog.StepTime;
import se.tjanstenav.catalog.model.ProcessingTime;

/**
 * How long a whole journey is expected to take: the sum of its steps, those alongside each other by the longest of them.
 *
 * @param leastDays calendar days if every step goes as fast as its quickest kind of case; absent where no step is counted
 * @param mostDays calendar days if every step takes as long as its slowest kind of case; likewise
 * @param stepsCounted how many steps the sum holds; each step tells why it is not among them
 * @param steps how many steps there are
 * @param assumptions what had to be assumed to bring the times into days
 * @param statement what {@code certainty} means, for people
 */
record ExpectedTimeDetail(
        @Nullable BigDecimal leastDays,
        @Nullable BigDecimal mostDays,
        long stepsCounted,
        int steps,
        Set<Assumption> assumptions,
        Certainty certainty,
        Wording.Text statement) {

    private static final MathContext ONE_DIGIT = new MathContext(1);

    static ExpectedTimeDetail of(ExpectedTime time, Languages languages) {
        return new ExpectedTimeDetail(
                shown(time.least()),
                shown(time.most()),
                time.counted(),
                time.steps().size(),
                new TreeSet<>(time.assumptions()),
                time.certainty(),
                Wording.Text.of(languages, time.certainty().text()));
    }

    /** Days with one decimal, as more would claim what no agency measures; but a few minutes are not no time at all. */
    private static @Nullable BigDecimal shown(@Nullable BigDecimal days) {
        if (days == null) {
            return null;
        }
        BigDecimal tenths = days.setScale(1, RoundingMode.HALF_UP);
        BigDecimal rounded = (tenths.signum() == 0 ? days.round(ONE_DIGIT) : tenths).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * How long one step is expected to take.
     *
     * @param counted whether the sum holds it
     * @param notCounted why not, by code
     * @param notCountedReason the same for people
     */
    record OfStep(
            @Nullable BigDecimal leastDays,
            @Nullable BigDecimal mostDays,
            ProcessingTime.@Nullable Kind kind,
            ProcessingTime.@Nullable Statistic statistic,
            Set<Assumption> assumptions,
            boolean counted,
            @Nullable NotCounted notCounted,
            Wording.@Nullable Text notCountedReason) {

        static OfStep of(StepTime time, Languages languages) {
            NotCounted reason = time.notCounted();
            return new OfStep(
                    shown(time.least()),
                    shown(time.most()),
                    time.kind(),
                    time.statistic(),
                    new TreeSet<>(time.assumptions()),
                    time.counted(),
                    reason,
                    reason == null ? null : Wording.Text.of(languages, reason.text()));
        }
    }

    /** One for each step. */
    static List<OfStep> steps(ExpectedTime time, Languages languages) {
        return time.steps().stream().map(step -> OfStep.of(step, languages)).toList();
    }
}
