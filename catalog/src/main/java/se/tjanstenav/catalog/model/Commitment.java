package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agency promises (serviceåtagande, servicegaranti, servicedeklaration), as an object of its own.
 *
 * @param code the agency's own code, unique within the service
 * @param statement the promise in the agency's words
 * @param target the measurable part, where there is one
 * @param trigger when the promise starts to count, in words; the target's start event says it in a code
 * @param conditions what must be met for it to hold
 * @param extension how and how often the time may be extended, in words
 * @param longestExtension the same in figures, where the agency gives them
 * @param exclusions parts of the year in which it does not hold
 * @param remedy what the recipient gets when it is not kept
 * @param complaints where to complain
 * @param outcome whether it was kept, as the agency itself reports it
 * @param computed whether it was kept, as the hub computes it; absent until the service is merged
 */
public record Commitment(
        String code,
        Aspect aspect,
        LocalizedText statement,
        @Nullable Target target,
        @Nullable LocalizedText trigger,
        List<LocalizedText> conditions,
        @Nullable LocalizedText extension,
        @Nullable Extension longestExtension,
        List<Exclusion> exclusions,
        @Nullable LocalizedText remedy,
        List<LegalResource> legalBasis,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough,
        @Nullable LocalizedText complaints,
        Outcome outcome,
        @Nullable ComputedOutcome computed) {

    public Commitment(
            String code,
            Aspect aspect,
            LocalizedText statement,
            @Nullable Target target,
            @Nullable LocalizedText trigger,
            @Nullable List<LocalizedText> conditions,
            @Nullable LocalizedText extension,
            @Nullable Extension longestExtension,
            @Nullable List<Exclusion> exclusions,
            @Nullable LocalizedText remedy,
            @Nullable List<LegalResource> legalBasis,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validThrough,
            @Nullable LocalizedText complaints,
            @Nullable Outcome outcome,
            @Nullable ComputedOutcome computed) {
        this.code = Constraints.text(code, "commitment code", 120);
        this.aspect = aspect;
        this.statement = statement;
        this.target = target;
        this.trigger = trigger;
        this.conditions = Constraints.list(conditions, "conditions", 50);
        this.extension = extension;
        this.longestExtension = longestExtension;
        this.exclusions = Constraints.list(exclusions, "exclusions", 20);
        this.remedy = remedy;
        this.legalBasis = Constraints.list(legalBasis, "legalBasis", 20);
        this.validFrom = validFrom;
        this.validThrough = validThrough;
        this.complaints = complaints;
        this.outcome = outcome == null ? Outcome.NOT_REPORTED : outcome;
        this.computed = computed;
    }

    /** The same commitment with what the hub has found out about it. */
    public Commitment computed(ComputedOutcome found) {
        return new Commitment(
                code,
                aspect,
                statement,
                target,
                trigger,
                conditions,
                extension,
                longestExtension,
                exclusions,
                remedy,
                legalBasis,
                validFrom,
                validThrough,
                complaints,
                outcome,
                found);
    }

    /** How it stands: as the hub computes it where it can, else as the agency reports it. */
    public Outcome.Status standing() {
        return computed == null || computed.status() == Outcome.Status.NOT_MEASURED
                ? outcome.status()
                : computed.status();
    }

    /** Which side of the service is promised. */
    public enum Aspect {
        @JsonProperty("processingTime")
        PROCESSING_TIME,
        @JsonProperty("responseTime")
        RESPONSE_TIME,
        @JsonProperty("availability")
        AVAILABILITY,
        @JsonProperty("treatment")
        TREATMENT,
        @JsonProperty("information")
        INFORMATION,
        @JsonProperty("accessibility")
        ACCESSIBILITY
    }

    /**
     * The measurable part of a promise.
     *
     * @param share share of cases in percent, 0–100; null means every case, unless a statistic is named
     * @param statistic what of the cases is promised, where not a share of them, such as the median
     * @param caseType which cases it speaks of; null means all
     * @param channel which channel the cases come through; null means any
     */
    public record Target(
            BigDecimal value,
            TimeUnit unit,
            @Nullable BigDecimal share,
            @Nullable CaseEvent startEvent,
            @Nullable CaseEvent endEvent,
            ProcessingTime.@Nullable Statistic statistic,
            @Nullable LocalizedText caseType,
            @Nullable ChannelType channel) {

        private static final BigDecimal ALL = BigDecimal.valueOf(100);

        public Target {
            value = Constraints.number(value, "value");
            share = Constraints.optionalNumber(share, "share");
            if (value.signum() < 0) {
                throw new IllegalArgumentException("A target cannot be negative, but is " + value);
            }
            if (share != null && (share.signum() < 0 || share.compareTo(ALL) > 0)) {
                throw new IllegalArgumentException("A share of cases is 0–100 percent, but is " + share);
            }
            if (share != null && statistic != null) {
                throw new IllegalArgumentException("A target promises a share of cases or a statistic, not both");
            }
        }
    }

    /**
     * How far the time may be extended.
     *
     * @param value length of one extension
     * @param times how often at most
     */
    public record Extension(BigDecimal value, TimeUnit unit, int times) {

        public Extension {
            value = Constraints.number(value, "value");
            if (value.signum() < 0 || times < 1) {
                throw new IllegalArgumentException(
                        "An extension has a length of 0 or more and is given once or more, but is %s, %d times"
                                .formatted(value, times));
            }
        }
    }

    /** A part of every year, both days included, such as 1 June–31 August; may cross New Year. */
    public record Exclusion(MonthDay from, MonthDay through) {}

    /**
     * Whether the promise was kept, as its agency reports it.
     *
     * @param reason why it is not measured, or how it was measured
     * @param periodFrom first day of the period reported on
     * @param periodTo last day of the period reported on
     * @param share percent of the cases in which it was kept
     * @param value what was reached, in {@code unit}
     * @param sampleSize number of cases behind the figures
     */
    public record Outcome(
            Status status,
            @Nullable LocalizedText reason,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable BigDecimal share,
            @Nullable BigDecimal value,
            @Nullable TimeUnit unit,
            @Nullable Long sampleSize) {

        public static final Outcome NOT_REPORTED = new Outcome(
                Status.NOT_MEASURED,
                new LocalizedText(Map.of(
                        "sv", "Myndigheten har inte redovisat något utfall.",
                        "en", "The agency has not reported an outcome.")),
                null,
                null,
                null,
                null,
                null,
                null);

        public Outcome {
            share = Constraints.optionalNumber(share, "share");
            value = Constraints.optionalNumber(value, "value");
            if ((value == null) != (unit == null)) {
                throw new IllegalArgumentException("A reported value has a unit, and a unit a value");
            }
        }

        /** Kept, missed, or nobody has measured it in the promise's own terms. */
        public enum Status {
            @JsonProperty("kept")
            KEPT,
            @JsonProperty("missed")
            MISSED,
            @JsonProperty("notMeasured")
            NOT_MEASURED
        }
    }
}
