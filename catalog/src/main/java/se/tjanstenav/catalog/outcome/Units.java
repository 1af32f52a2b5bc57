package se.tjanstenav.catalog.outcome;

import java.math.BigDecimal;
import java.util.Optional;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * Conversions that lose and assume nothing: weeks are seven days and hours sixty minutes. A day is not 24 hours to one
 * who counts days, a month has no fixed length, and a working day is not a day.
 */
final class Units {

    private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private Units() {}

    /** A length in the smallest unit into which its own converts exactly. */
    static Length exact(BigDecimal value, TimeUnit unit) {
        return switch (unit) {
            case WEEKS -> new Length(value.multiply(DAYS_OF_A_WEEK), TimeUnit.DAYS);
            case HOURS -> new Length(value.multiply(MINUTES_OF_AN_HOUR), TimeUnit.MINUTES);
            case MINUTES, WORKING_HOURS, DAYS, WORKING_DAYS, MONTHS -> new Length(value, unit);
        };
    }

    /** Two lengths can be compared where their units are the same. */
    record Length(BigDecimal value, TimeUnit unit) {

        boolean comparableWith(Length other) {
            return unit == other.unit;
        }

        boolean longerThan(Length other) {
            return value.compareTo(other.value) > 0;
        }

        Optional<Length> plus(Length other) {
            return comparableWith(other) ? Optional.of(new Length(value.add(other.value), unit)) : Optional.empty();
        }
    }
}
