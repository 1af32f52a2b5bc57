package se.tjanstenav.routes.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Commitment.Outcome;
import se.tjanstenav.catalog.model.Commitment.Outcome.Status;
import se.tjanstenav.catalog.model.ComputedOutcome;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.OutcomeReason;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * Whether a promise was kept: what the hub computes where it can, else what the agency reports.
 *
 * @param reasonCode how the hub came to it, or why it could not; absent where the agency alone tells
 * @param basis whom {@code status} is from
 * @param disagreement whether hub and agency come to opposite results; both are then shown below
 * @param computed by the hub from observed processing times
 * @param reported by the agency, where it has
 */
record CommitmentOutcomeDetail(
        Status status,
        @Nullable OutcomeReason reasonCode,
        @Nullable String reason,
        Basis basis,
        boolean disagreement,
        @Nullable Computed computed,
        @Nullable Reported reported,
        Map<String, String> textLanguage) {

    /** Whose finding is shown first. */
    enum Basis {
        @JsonProperty("computed")
        COMPUTED,
        @JsonProperty("reported")
        REPORTED,
        @JsonProperty("none")
        NONE
    }

    static CommitmentOutcomeDetail of(Commitment commitment, Languages languages) {
        return of(commitment.outcome(), commitment.computed(), languages);
    }

    static CommitmentOutcomeDetail of(Outcome said, @Nullable ComputedOutcome computed, Languages languages) {
        boolean byAgency = said.status() != Status.NOT_MEASURED;
        if (computed == null || (computed.status() == Status.NOT_MEASURED && byAgency)) {
            return of(
                    said.status(),
                    null,
                    said.reason(),
                    byAgency ? Basis.REPORTED : Basis.NONE,
                    said,
                    computed,
                    languages);
        }
        Basis basis = computed.status() == Status.NOT_MEASURED ? Basis.NONE : Basis.COMPUTED;
        OutcomeReason reason = computed.reason();
        return of(computed.status(), reason, reason.text(), basis, said, computed, languages);
    }

    private static CommitmentOutcomeDetail of(
            Status status,
            @Nullable OutcomeReason code,
            @Nullable LocalizedText reason,
            Basis basis,
            Outcome said,
            @Nullable ComputedOutcome computed,
            Languages languages) {
        Wording wording = new Wording(languages);
        return new CommitmentOutcomeDetail(
                status,
                code,
                wording.optional("reason", reason),
                basis,
                said.status() != Status.NOT_MEASURED && status != said.status(),
                Computed.of(computed, languages),
                Outcome.NOT_REPORTED.equals(said) ? null : Reported.of(said, languages),
                wording.languageByField());
    }

    /**
     * What the hub finds.
     *
     * @param observation the observed time that the target was held against, with its period
     */
    record Computed(
            Status status,
            OutcomeReason reasonCode,
            String reason,
            @Nullable ProcessingTimeDetail observation,
            Map<String, String> textLanguage) {

        static @Nullable Computed of(@Nullable ComputedOutcome computed, Languages languages) {
            if (computed == null) {
                return null;
            }
            Wording wording = new Wording(languages);
            return new Computed(
                    computed.status(),
                    computed.reason(),
                    wording.required("reason", computed.reason().text()),
                    computed.observation() == null ? null : ProcessingTimeDetail.of(computed.observation(), languages),
                    wording.languageByField());
        }
    }

    /**
     * What the agency says.
     *
     * @param share percent of the cases in which it was kept
     * @param value what was reached, in {@code unit}
     */
    record Reported(
            Status status,
            @Nullable String reason,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            @Nullable BigDecimal share,
            @Nullable BigDecimal value,
            @Nullable TimeUnit unit,
            @Nullable Long sampleSize,
            Map<String, String> textLanguage) {

        static Reported of(Outcome said, Languages languages) {
            Wording wording = new Wording(languages);
            return new Reported(
                    said.status(),
                    wording.optional("reason", said.reason()),
                    said.periodFrom(),
                    said.periodTo(),
                    said.share(),
                    said.value(),
                    said.unit(),
                    said.sampleSize(),
                    wording.languageByField());
        }
    }
}
