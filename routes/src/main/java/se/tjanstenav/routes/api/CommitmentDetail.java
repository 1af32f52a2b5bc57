package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.TimeUnit;

/** A promise, its measurable target where it has one, and whether it was kept. */
record CommitmentDetail(
        String code,
        Commitment.Aspect aspect,
        String statement,
        @Nullable Target target,
        @Nullable String trigger,
        List<Wording.Text> conditions,
        @Nullable String extension,
        Commitment.@Nullable Extension longestExtension,
        List<Exclusion> exclusions,
        @Nullable String remedy,
        List<LegalResourceDetail> legalBasis,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough,
        @Nullable String complaints,
        CommitmentOutcomeDetail outcome,
        Map<String, String> textLanguage) {

    static List<CommitmentDetail> list(List<Commitment> commitments, Languages languages) {
        return commitments.stream().map(commitment -> of(commitment, languages)).toList();
    }

    static CommitmentDetail of(Commitment commitment, Languages languages) {
        Wording wording = new Wording(languages);
        return new CommitmentDetail(
                commitment.code(),
                commitment.aspect(),
                wording.required("statement", commitment.statement()),
                Target.of(commitment.target(), languages),
                wording.optional("trigger", commitment.trigger()),
                Wording.list(languages, commitment.conditions()),
                wording.optional("extension", commitment.extension()),
                commitment.longestExtension(),
                commitment.exclusions().stream().map(Exclusion::of).toList(),
                wording.optional("remedy", commitment.remedy()),
                LegalResourceDetail.list(commitment.legalBasis(), languages),
                commitment.validFrom(),
                commitment.validThrough(),
                wording.optional("complaints", commitment.complaints()),
                CommitmentOutcomeDetail.of(commitment, languages),
                wording.languageByField());
    }

    /**
     * The measurable part.
     *
     * @param share percent of the cases, where not all
     * @param statistic what of the cases is promised, where not a share of them
     * @param caseType which cases it speaks of, where not all
     * @param channel which channel the cases come through, where not any
     */
    record Target(
            BigDecimal value,
            TimeUnit unit,
            @Nullable BigDecimal share,
            @Nullable String startEvent,
            @Nullable String endEvent,
            ProcessingTime.@Nullable Statistic statistic,
            Wording.@Nullable Text caseType,
            @Nullable ChannelType channel) {

        static @Nullable Target of(Commitment.@Nullable Target target, Languages languages) {
            return target == null
                    ? null
                    : new Target(
                            target.value(),
                            target.unit(),
                            target.share(),
                            target.startEvent() == null
                                    ? null
                                    : target.startEvent().code(),
                            target.endEvent() == null ? null : target.endEvent().code(),
                            target.statistic(),
                            Wording.Text.optional(languages, target.caseType()),
                            target.channel());
        }
    }

    /**
     * A part of every year in which the promise does not hold.
     *
     * @param from first day, {@code MM-DD}
     * @param through last day, {@code MM-DD}
     */
    record Exclusion(String from, String through) {

        static Exclusion of(Commitment.Exclusion exclusion) {
            return new Exclusion(
                    exclusion.from().toString().substring(2),
                    exclusion.through().toString().substring(2));
        }
    }
}
