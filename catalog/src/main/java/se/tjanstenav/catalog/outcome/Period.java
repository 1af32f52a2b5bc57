package se.tjanstenav.catalog.outcome;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ProcessingTime;

/** When an observed time held, both days included. */
record Period(LocalDate from, LocalDate through) {

    /** The period that was observed, else the day the figure is stated for; empty where neither is known. */
    static Optional<Period> of(ProcessingTime time) {
        LocalDate from = time.periodFrom();
        LocalDate through = time.periodTo();
        if (from != null && through != null) {
            return Optional.of(new Period(from, through));
        }
        // Half a period leaves open what it covers, and the day of the statement may lie outside.
        return from != null || through != null
                ? Optional.empty()
                : Optional.ofNullable(time.asOf()).map(day -> new Period(day, day));
    }

    boolean within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !from.isBefore(first)) && (last == null || !through.isAfter(last));
    }

    /** Whether a day of the period is one of those excluded. */
    boolean touches(Commitment.Exclusion exclusion) {
        if (!through.isBefore(from.plusYears(1))) {
            return true;
        }
        boolean overNewYear = exclusion.through().isBefore(exclusion.from());
        return IntStream.rangeClosed(from.getYear() - 1, through.getYear()).anyMatch(year -> {
            LocalDate first = exclusion.from().atYear(year);
            LocalDate last = exclusion.through().atYear(overNewYear ? year + 1 : year);
            return !through.isBefore(first) && !from.isAfter(last);
        });
    }
}
