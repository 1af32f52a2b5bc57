package se.tjanstenav.routes.linkeddata;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * The one {@code xsd:duration} that CPSV-AP lets a service or a channel have. Working days and working hours are no
 * duration, since how long they are depends on the day they begin, and an interval is not one; those are told in the hub's
 * own vocabulary only.
 */
final class Durations {

    private static final Map<TimeUnit, Duration> LENGTHS = Map.of(
            TimeUnit.MINUTES, Duration.ofMinutes(1),
            TimeUnit.HOURS, Duration.ofHours(1),
            TimeUnit.DAYS, Duration.ofDays(1),
            TimeUnit.WEEKS, Duration.ofDays(7));

    /** What tells most of what to expect comes first: what was measured, then what is expected, then the limit in law. */
    private static final List<ProcessingTime.Kind> BEST =
            List.of(ProcessingTime.Kind.OBSERVED, ProcessingTime.Kind.FORECAST, ProcessingTime.Kind.LEGAL_DEADLINE);

    private static final Comparator<ProcessingTime> ORDER = Comparator.comparingInt(
                    (ProcessingTime time) -> BEST.indexOf(time.kind()))
            .thenComparing(ProcessingTime::statistic)
            .thenComparing(ProcessingTime::asOf, Comparator.nullsLast(Comparator.reverseOrder()));

    private Durations() {}

    /** The duration of the best time of all cases that the filter lets through. */
    static Optional<String> of(List<ProcessingTime> times, Predicate<ProcessingTime> filter) {
        return times.stream()
                .filter(time -> time.caseType() == null && BEST.contains(time.kind()))
                .filter(filter)
                .sorted(ORDER)
                .flatMap(time -> Optional.ofNullable(of(time)).stream())
                .findFirst();
    }

    /** The time as {@code xsd:duration}, or null where it is none. */
    static @Nullable String of(ProcessingTime time) {
        return time.upTo() == null ? of(time.value(), time.unit()) : null;
    }

    static @Nullable String of(BigDecimal value, TimeUnit unit) {
        if (unit == TimeUnit.MONTHS) {
            return value.scale() <= 0 ? "P%sM".formatted(value.toPlainString()) : null;
        }
        Duration length = LENGTHS.get(unit);
        if (length == null) {
            return null;
        }
        if (value.scale() <= 0 && unit != TimeUnit.HOURS && unit != TimeUnit.MINUTES) {
            return "P%dD".formatted(length.multipliedBy(value.longValue()).toDays());
        }
        BigDecimal seconds = value.multiply(BigDecimal.valueOf(length.toSeconds()));
        return Duration.ofSeconds(seconds.longValue()).toString();
    }
}
