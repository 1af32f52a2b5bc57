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
 * @param trigger when the promise starts to count
 * @param conditions what must be met for it to hold
 * @param extension how and how often the time may be extended
 * @param exclusions parts of the year in which it does not hold
 * @param remedy what the recipient gets when it is not kept
 * @param complaints where to complain
 * @param outcome whether it was kept; never guessed
 */
public record Commitment(
        String code,
        Aspect aspect,
        LocalizedText statement,
        @Nullable Target target,
        @Nullable LocalizedText trigger,
        List<LocalizedText> conditions,
        @Nullable LocalizedText extension,
        List<Exclusion> exclusions,
        @Nullable LocalizedText remedy,
        List<LegalResource> legalBasis,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough,
        @Nullable LocalizedText complaints,
        Outcome outcome) {

    public Commitment(
            String code,
            Aspect aspect,
            LocalizedText statement,
            @Nullable Target target,
            @Nullable LocalizedText trigger,
            @Nullable List<LocalizedText> conditions,
            @Nullable LocalizedText extension,
            @Nullable List<Exclusion> exclusions,
            @Nullable LocalizedText remedy,
            @Nullable List<LegalResource> legalBasis,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validThrough,
            @Nullable LocalizedText complaints,
            @Nullable Outcome outcome) {
        this.code = Constraints.text(code, "commitment code", 120);
        this.aspect = aspect;
        this.statement = statement;
        this.target = target;
        this.trigger = trigger;
        this.conditions = Constraints.list(conditions, "conditions", 50);
        this.extension = extension;
        this.exclusions = Constraints.list(exclusions, "exclusions", 20);
        this.remedy = remedy;
        this.legalBasis = Constraints.list(legalBasis, "legalBasis", 20);
        this.validFrom = validFrom;
        this.validThrough = validThrough;
        this.complaints = complaints;
        this.outcome = outcome == null ? Outcome.NOT_REPORTED : outcome;
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
     * @param share share of cases in percent, 0–100; null means every case
     */
    public record Target(
            BigDecimal value,
            TimeUnit unit,
            @Nullable BigDecimal share,
            @Nullable CaseEvent startEvent,
            @Nullable CaseEvent endEvent) {

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
        }
    }

    /** A part of every year, both days included, such as 1 June–31 August; may cross New Year. */
    public record Exclusion(MonthDay from, MonthDay through) {}

    /**
     * Whether the promise was kept.
     *
     * @param reason why it is not measured, or how it was measured
     */
    public record Outcome(Status status, @Nullable LocalizedText reason) {

        public static final Outcome NOT_REPORTED = new Outcome(
                Status.NOT_MEASURED,
                new LocalizedText(Map.of(
                        "sv", "Myndigheten har inte redovisat något utfall.",
                        "en", "The agency has not reported an outcome.")));

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
