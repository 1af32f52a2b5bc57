package se.tjanstenav.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * What has been published of processing times and outcomes, now and before; written in the transaction that publishes.
 * A question costs what one service's history costs, however large the catalogue is.
 */
public interface History {

    /** A page of what the service's times have been, by period, oldest first. */
    Page<Observation> observations(ServiceId service, Selection selection, int offset, int limit);

    /** A page of how the service's commitments have turned out, in the order that it was found. */
    Page<PastOutcome> outcomes(ServiceId service, int offset, int limit);

    /**
     * Which observations.
     *
     * @param definition that of {@link Observation#definition}; null for any
     * @param from the first day of interest; what has no period or day is left out then
     * @param to the last day of interest, likewise
     */
    record Selection(
            ProcessingTime.@Nullable Kind kind,
            @Nullable String definition,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Selection ALL = new Selection(null, null, null, null);
    }

    /**
     * A statement of a time, kept once.
     *
     * @param definition the same for all that measure the same thing: kind, case type, channel, events, statistic, unit
     * @param leftAt when it was published no longer; absent while it is
     * @param supersededAt when the agency said something else of the same period and definition
     */
    record Observation(
            String definition,
            ProcessingTime time,
            Instant recordedAt,
            @Nullable Instant leftAt,
            @Nullable Instant supersededAt) {}

    /**
     * How a commitment stood from one moment to another.
     *
     * @param until absent while it stands so
     */
    record PastOutcome(
            String commitment,
            Commitment.Outcome reported,
            @Nullable ComputedOutcome computed,
            Instant from,
            @Nullable Instant until) {}
}
