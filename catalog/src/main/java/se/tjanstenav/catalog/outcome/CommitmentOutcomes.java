package se.tjanstenav.catalog.outcome;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Commitment.Outcome.Status;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.OutcomeReason;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.outcome.Units.Length;

/**
 * Holds each commitment against the observed processing times of its service. Judges only where both speak of the same
 * thing; everything else is not measured, with the reason of the observation that came nearest.
 */
public final class CommitmentOutcomes {

    /** Of several that fit, the latest; of two about the same time, the longer. */
    private static final Comparator<ProcessingTime> TELLING = comparing(
                    (ProcessingTime time) ->
                            Period.of(time).map(Period::through).orElse(null),
                    nullsFirst(naturalOrder()))
            .thenComparing(time -> Period.of(time).map(Period::from).orElse(null), nullsFirst(naturalOrder()))
            .thenComparing(time -> Units.exact(time.value(), time.unit()).value())
            .thenComparing(Object::toString);

    private CommitmentOutcomes() {}

    /** The commitments, each with its computed outcome, in the same order. */
    public static List<Commitment> computed(List<Commitment> commitments, List<ProcessingTime> times) {
        List<ProcessingTime> observed = times.stream()
                .filter(time -> time.kind() == ProcessingTime.Kind.OBSERVED)
                .toList();
        return commitments.stream()
                .map(commitment -> commitment.computed(outcome(commitment, observed)))
                .toList();
    }

    private static ComputedOutcome outcome(Commitment commitment, List<ProcessingTime> observed) {
        Commitment.Target target = commitment.target();
        if (target == null) {
            return unknown(OutcomeReason.NO_TARGET);
        }
        if (target.startEvent() == null || target.endEvent() == null) {
            return unknown(OutcomeReason.NO_EVENTS);
        }
        Optional<ProcessingTime> fitting = observed.stream()
                .filter(time -> Fit.hindrance(commitment, target, time).isEmpty())
                .max(TELLING);
        return fitting.map(time -> judged(commitment, target, time)).orElseGet(() -> observed.stream()
                .flatMap(time -> Fit.hindrance(commitment, target, time).stream())
                .max(naturalOrder())
                .map(CommitmentOutcomes::unknown)
                .orElseGet(() -> unknown(OutcomeReason.NO_OBSERVATION)));
    }

    private static ComputedOutcome unknown(OutcomeReason reason) {
        return new ComputedOutcome(Status.NOT_MEASURED, reason, null);
    }

    private static ComputedOutcome judged(Commitment commitment, Commitment.Target target, ProcessingTime time) {
        Length reached = Units.exact(time.value(), time.unit());
        Length promised = Units.exact(target.value(), target.unit());
        OutcomeReason reason =
                commitment.conditions().isEmpty() ? OutcomeReason.COMPARED : OutcomeReason.COMPARED_WHATEVER_CONDITIONS;
        if (!reached.longerThan(promised)) {
            return new ComputedOutcome(Status.KEPT, reason, time);
        }
        if (commitment.extension() == null && commitment.longestExtension() == null) {
            return new ComputedOutcome(Status.MISSED, reason, time);
        }
        // The figures do not tell which cases were extended, so within the longest extension nothing is certain.
        Optional<Length> longest = longest(commitment, promised);
        if (longest.isEmpty()) {
            return new ComputedOutcome(Status.NOT_MEASURED, OutcomeReason.EXTENSION_OF_UNKNOWN_LENGTH, time);
        }
        return reached.longerThan(longest.get())
                ? new ComputedOutcome(Status.MISSED, reason, time)
                : new ComputedOutcome(Status.NOT_MEASURED, OutcomeReason.WITHIN_EXTENSION, time);
    }

    private static Optional<Length> longest(Commitment commitment, Length promised) {
        return Optional.ofNullable(commitment.longestExtension())
                .map(extension -> Units.exact(
                        extension.value().multiply(BigDecimal.valueOf(extension.times())), extension.unit()))
                .flatMap(promised::plus);
    }
}
