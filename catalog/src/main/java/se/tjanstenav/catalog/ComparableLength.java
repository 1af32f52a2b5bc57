package se.tjanstenav.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * A length of time brought into a unit in which it can be compared with others, and by what assumptions. Made only where
 * a filter, an order or a sum needs it; what an agency said keeps its unit.
 *
 * @param value in {@code unit}
 * @param unit what it was brought into, {@link TimeUnit#DAYS} or {@link TimeUnit#WORKING_DAYS}
 * @param givenIn the unit the agency counts in
 * @param assumptions what had to be assumed; empty where nothing was, as from weeks to days
 */
public record ComparableLength(BigDecimal value, TimeUnit unit, TimeUnit givenIn, Set<Assumption> assumptions) {

    /** Days of one cycle of the Gregorian calendar, 400 years. */
    static final int DAYS_OF_CYCLE = 146_097;

    /** Working days of 400 years from 2005 on, counted by {@link SwedishWorkingDays}. */
    static final int WORKING_DAYS_OF_CYCLE = 100_471;

    private static final BigDecimal MINUTES_OF_DAY = BigDecimal.valueOf(1440);
    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
    private static final BigDecimal HOURS_OF_WORKING_DAY = BigDecimal.valueOf(8);
    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal MONTHS_OF_CYCLE = BigDecimal.valueOf(4800);
    private static final int DECIMALS = 6;

    public ComparableLength {
        assumptions = assumptions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(assumptions));
    }

    /** From the shortest to the longest; lengths in the same unit only. */
    public static final Comparator<ComparableLength> SHORTEST_FIRST = (one, other) -> {
        if (one.unit != other.unit) {
            throw new IllegalArgumentException(
                    "Lengths in " + one.unit + " and " + other.unit + " cannot be compared; bring them into one unit");
        }
        return one.value.compareTo(other.value);
    };

    public static ComparableLength inDays(BigDecimal value, TimeUnit givenIn) {
        return of(value, givenIn, TimeUnit.DAYS);
    }

    public static ComparableLength inWorkingDays(BigDecimal value, TimeUnit givenIn) {
        return of(value, givenIn, TimeUnit.WORKING_DAYS);
    }

    /** Whether the agency counts in another unit. */
    public boolean converted() {
        return unit != givenIn;
    }

    private static ComparableLength of(BigDecimal value, TimeUnit givenIn, TimeUnit unit) {
        EnumSet<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        Ratio ratio =
                switch (givenIn) {
                    case MINUTES -> Ratio.one().over(MINUTES_OF_DAY);
                    case HOURS -> Ratio.one().over(HOURS_OF_DAY);
                    case DAYS, WORKING_DAYS -> Ratio.one();
                    case WEEKS -> Ratio.one().times(DAYS_OF_WEEK);
                    case MONTHS -> {
                        assumptions.add(Assumption.MEAN_MONTH);
                        yield Ratio.one()
                                .times(BigDecimal.valueOf(DAYS_OF_CYCLE))
                                .over(MONTHS_OF_CYCLE);
                    }
                    case WORKING_HOURS -> {
                        assumptions.add(Assumption.EIGHT_HOUR_DAY);
                        yield Ratio.one().over(HOURS_OF_WORKING_DAY);
                    }
                };
        boolean working = givenIn == TimeUnit.WORKING_DAYS || givenIn == TimeUnit.WORKING_HOURS;
        if (working != (unit == TimeUnit.WORKING_DAYS)) {
            assumptions.add(Assumption.MEAN_YEAR);
            BigDecimal days = BigDecimal.valueOf(DAYS_OF_CYCLE);
            BigDecimal workingDays = BigDecimal.valueOf(WORKING_DAYS_OF_CYCLE);
            ratio = working
                    ? ratio.times(days).over(workingDays)
                    : ratio.times(workingDays).over(days);
        }
        return new ComparableLength(ratio.of(value), unit, givenIn, assumptions);
    }

    /** A factor whose division comes last, so that equal lengths are equal numbers. */
    private record Ratio(BigDecimal numerator, BigDecimal denominator) {

        static Ratio one() {
            return new Ratio(BigDecimal.ONE, BigDecimal.ONE);
        }

        Ratio times(BigDecimal factor) {
            return new Ratio(numerator.multiply(factor), denominator);
        }

        Ratio over(BigDecimal divisor) {
            return new Ratio(numerator, denominator.multiply(divisor));
        }

        BigDecimal of(BigDecimal value) {
            BigDecimal result = value.multiply(numerator)
                    .divide(denominator, DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return result.scale() < 0 ? result.setScale(0) : result;
        }
    }

    /** What has to be assumed where one unit is not a fixed number of another. */
    public enum Assumption {
        /** Between working days and days: as in the mean of 400 years, with Swedish holidays. */
        @JsonProperty("meanYear")
        MEAN_YEAR,
        /** A month is a twelfth of the mean year. */
        @JsonProperty("meanMonth")
        MEAN_MONTH,
        /** A working day has eight hours, as of the forty of a week in arbetstidslagen (1982:673) 5 §. */
        @JsonProperty("eightHourDay")
        EIGHT_HOUR_DAY
    }
}
