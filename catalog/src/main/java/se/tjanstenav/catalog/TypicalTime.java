package se.tjanstenav.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Kind;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;

/**
 * The one time by which services are filtered and ordered. Only what was observed counts, else what is forecast, and of
 * that the most typical statistic there is; a legal deadline or the queue of the moment tells nobody what to expect. Where
 * a service has such times for several kinds of cases or several stretches of a case, the longest stands for all, so that
 * whoever asks for at most ten days is not promised what holds for the quickest cases alone.
 *
 * @param time as its agency tells it
 * @param length its value, of an interval the upper end, in working days
 */
public record TypicalTime(ProcessingTime time, ComparableLength length) {

    /** From the typical to the extreme. */
    private static final List<Statistic> TYPICAL_FIRST =
            List.of(Statistic.MEDIAN, Statistic.MEAN, Statistic.INTERVAL, Statistic.P80, Statistic.P90, Statistic.MAX);

    /** The longest of the times that tell what to expect; none where there are only others. */
    public static Optional<TypicalTime> of(List<ProcessingTime> times) {
        return telling(times).stream()
                .map(TypicalTime::of)
                .max(Comparator.comparing(TypicalTime::length, ComparableLength.SHORTEST_FIRST));
    }

    /** A single time, whatever it tells. */
    public static TypicalTime of(ProcessingTime time) {
        return new TypicalTime(
                time, ComparableLength.inWorkingDays(time.upTo() == null ? time.value() : time.upTo(), time.unit()));
    }

    /** The times of the best kind and statistic that there are. */
    static List<ProcessingTime> telling(List<ProcessingTime> times) {
        for (Kind kind : List.of(Kind.OBSERVED, Kind.FORECAST)) {
            for (Statistic statistic : TYPICAL_FIRST) {
                List<ProcessingTime> found = times.stream()
                        .filter(time -> time.kind() == kind && time.statistic() == statistic)
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }
}
