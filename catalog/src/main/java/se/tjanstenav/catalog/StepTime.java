package se.tjanstenav.catalog;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ComparableLength.Assumption;
import se.tjanstenav.catalog.ExpectedTime.NotCounted;
import se.tjanstenav.catalog.model.Journey.Step;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;
import se.tjanstenav.catalog.model.Service;

/**
 * What one step of a journey takes: what its service was observed to take, else what it is forecast to, by the most typical
 * statistic there is, over all kinds of cases.
 *
 * @param least days of the quickest kind of case; null where there is no comparable time
 * @param most days of the slowest kind of case; likewise
 * @param statistic by which statistic
 * @param notCounted why it is left out of the sum, null where it is not; an optional step may have a time all the same
 */
public record StepTime(
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable Kind kind,
        @Nullable Statistic statistic,
        Set<Assumption> assumptions,
        @Nullable NotCounted notCounted) {

    public StepTime {
        assumptions = Set.copyOf(assumptions);
    }

    /** Whether the sum holds it. */
    public boolean counted() {
        return notCounted == null;
    }

    static StepTime of(Step step, @Nullable Service service) {
        if (service == null) {
            return without(NotCounted.SERVICE_NOT_IN_CATALOGUE);
        }
        if (service.processingTimes().isEmpty()) {
            return without(NotCounted.NO_PROCESSING_TIME);
        }
        List<ProcessingTime> times = TypicalTime.telling(service.processingTimes());
        if (times.isEmpty()) {
            return without(NotCounted.NEITHER_OBSERVED_NOR_FORECAST);
        }
        boolean oneClock = times.stream()
                        .map(time -> List.of(time.startEvent(), time.endEvent()))
                        .distinct()
                        .count()
                == 1;
        return oneClock
                ? of(times, step.optional() ? NotCounted.OPTIONAL : null)
                : without(NotCounted.DIFFERENT_CLOCKS);
    }

    private static StepTime of(List<ProcessingTime> times, @Nullable NotCounted notCounted) {
        EnumSet<Assumption> assumptions = EnumSet.noneOf(Assumption.class);
        List<ComparableLength> lengths = times.stream()
                .flatMap(time -> Stream.of(time.value(), time.upTo() == null ? time.value() : time.upTo())
                        .map(value -> ComparableLength.inDays(value, time.unit())))
                .sorted(ComparableLength.SHORTEST_FIRST)
                .toList();
        lengths.forEach(length -> assumptions.addAll(length.assumptions()));
        ProcessingTime any = times.get(0);
        return new StepTime(
                lengths.get(0).value(),
                lengths.get(lengths.size() - 1).value(),
                any.kind(),
                any.statistic(),
                assumptions,
                notCounted);
    }

    private static StepTime without(NotCounted reason) {
        return new StepTime(null, null, null, null, Set.of(), reason);
    }
}
