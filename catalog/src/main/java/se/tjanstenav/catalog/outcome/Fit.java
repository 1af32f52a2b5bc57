package se.tjanstenav.catalog.outcome;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.OutcomeReason;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;

/** Whether an observed time speaks of the very thing that is promised. */
final class Fit {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Fit() {}

    /** The first thing that differs, in the order of {@link OutcomeReason}; empty where the two can be compared. */
    static Optional<OutcomeReason> hindrance(Commitment commitment, Commitment.Target target, ProcessingTime observed) {
        return Optional.ofNullable(otherCases(target, observed))
                .or(() -> Optional.ofNullable(otherMeasure(target, observed)))
                .or(() -> Optional.ofNullable(otherTime(commitment, observed)));
    }

    private static @Nullable OutcomeReason otherCases(Commitment.Target target, ProcessingTime observed) {
        if (!observed.startEvent().equals(target.startEvent())) {
            return OutcomeReason.OTHER_START_EVENT;
        }
        if (!observed.endEvent().equals(target.endEvent())) {
            return OutcomeReason.OTHER_END_EVENT;
        }
        // What is promised for all cases is not told by the times of some.
        if (!Objects.equals(target.caseType(), observed.caseType())) {
            return OutcomeReason.OTHER_CASE_TYPE;
        }
        return Objects.equals(target.channel(), observed.channel()) ? null : OutcomeReason.OTHER_CHANNEL;
    }

    private static @Nullable OutcomeReason otherMeasure(Commitment.Target target, ProcessingTime observed) {
        if (promised(target).filter(observed.statistic()::equals).isEmpty()) {
            return OutcomeReason.OTHER_STATISTIC;
        }
        if (!Units.exact(observed.value(), observed.unit())
                .comparableWith(Units.exact(target.value(), target.unit()))) {
            return OutcomeReason.OTHER_UNIT;
        }
        return Objects.equals(observed.sampleSize(), 0L) ? OutcomeReason.NO_CASES : null;
    }

    private static @Nullable OutcomeReason otherTime(Commitment commitment, ProcessingTime observed) {
        Optional<Period> period = Period.of(observed);
        if (period.isEmpty()) {
            return OutcomeReason.NO_PERIOD;
        }
        if (!period.get().within(commitment.validFrom(), commitment.validThrough())) {
            return OutcomeReason.OUTSIDE_VALIDITY;
        }
        return commitment.exclusions().stream().anyMatch(period.get()::touches)
                ? OutcomeReason.IN_EXCLUSION_PERIOD
                : null;
    }

    /** In how long a time 80 % of the cases are done is what the 80th percentile tells, and so on. */
    private static Optional<Statistic> promised(Commitment.Target target) {
        if (target.statistic() != null) {
            return Optional.of(target.statistic()).filter(statistic -> statistic != Statistic.INTERVAL);
        }
        BigDecimal share = target.share() == null ? ALL : target.share();
        if (share.compareTo(ALL) == 0) {
            return Optional.of(Statistic.MAX);
        }
        return switch (share.toPlainString()) {
            case "50" -> Optional.of(Statistic.MEDIAN);
            case "80" -> Optional.of(Statistic.P80);
            case "90" -> Optional.of(Statistic.P90);
            default -> Optional.empty();
        };
    }
}
