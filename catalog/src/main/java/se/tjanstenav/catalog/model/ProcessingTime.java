package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of case takes between two events (CPSV-AP {@code cv:processingTime}, made comparable). Never one
 * merged number: each says what was measured, on what, when and how.
 *
 * @param caseType which cases it speaks of; null means all
 * @param channel which channel the cases came through; null means any
 * @param value in {@code unit}; the lower end where {@code statistic} is an interval
 * @param upTo the upper end of an interval, only there
 * @param sampleSize number of cases behind the value
 * @param periodFrom first day of the period observed
 * @param periodTo last day of the period observed
 * @param asOf the day the agency states it for
 * @param note what a reader must know beside the number
 */
public record ProcessingTime(
        Kind kind,
        @Nullable LocalizedText caseType,
        @Nullable ChannelType channel,
        CaseEvent startEvent,
        CaseEvent endEvent,
        Statistic statistic,
        BigDecimal value,
        @Nullable BigDecimal upTo,
        TimeUnit unit,
        @Nullable Long sampleSize,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        @Nullable LocalDate asOf,
        @Nullable LocalizedText note) {

    public ProcessingTime {
        value = Constraints.number(value, "value");
        upTo = Constraints.optionalNumber(upTo, "upTo");
        if (value.signum() < 0) {
            throw new IllegalArgumentException("A processing time cannot be negative, but is " + value);
        }
        if ((statistic == Statistic.INTERVAL) != (upTo != null)) {
            throw new IllegalArgumentException("'upTo' belongs to the statistic 'interval', and only there");
        }
        if (upTo != null && upTo.compareTo(value) < 0) {
            throw new IllegalArgumentException("An interval must not end before it starts: " + value + "–" + upTo);
        }
        if (sampleSize != null && sampleSize < 0) {
            throw new IllegalArgumentException("A sample size cannot be negative, but is " + sampleSize);
        }
        if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
            throw new IllegalArgumentException("The period ends before it starts: " + periodFrom + "–" + periodTo);
        }
    }

    /** A limit in law, a measurement, an expectation, or the present queue: four different things. */
    public enum Kind {
        @JsonProperty("legalDeadline")
        LEGAL_DEADLINE,
        @JsonProperty("observed")
        OBSERVED,
        @JsonProperty("forecast")
        FORECAST,
        @JsonProperty("queue")
        QUEUE
    }

    /** How the value was made from the cases. */
    public enum Statistic {
        @JsonProperty("median")
        MEDIAN,
        @JsonProperty("p80")
        P80,
        @JsonProperty("p90")
        P90,
        @JsonProperty("mean")
        MEAN,
        @JsonProperty("interval")
        INTERVAL,
        @JsonProperty("max")
        MAX
    }
}
