package se.tjanstenav.routes.linkeddata;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.CaseEvent;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.ComputedOutcome;

/** Says what is promised and how that has turned out, of which CPSV-AP knows nothing. */
final class CommitmentStatements {

    private final Codes codes;
    private final TimeStatements times;

    CommitmentStatements(Codes codes, TimeStatements times) {
        this.codes = codes;
        this.times = times;
    }

    void say(Statements out, Node self, List<Commitment> commitments) {
        commitments.forEach(commitment -> commitment(out, self, commitment));
    }

    private void commitment(Statements out, Node self, Commitment commitment) {
        Node said = Iris.part(self, "commitment", commitment.code());
        out.link(self, "tn:commitment", said)
                .is(said, "tn:Commitment")
                .code(said, "dct:identifier", commitment.code())
                .text(said, "tn:statement", commitment.statement())
                .text(said, "tn:trigger", commitment.trigger())
                .text(said, "tn:extension", commitment.extension())
                .text(said, "tn:remedy", commitment.remedy())
                .text(said, "tn:complaints", commitment.complaints())
                .day(said, "tn:validFrom", commitment.validFrom())
                .day(said, "tn:validThrough", commitment.validThrough());
        codes.link(out, said, "tn:aspect", "aspect", commitment.aspect());
        commitment.conditions().forEach(condition -> out.text(said, "tn:condition", condition));
        commitment
                .legalBasis()
                .forEach(law -> out.link(said, "tn:legalBasis", DescriptionStatements.law(out, self, law)));
        commitment
                .exclusions()
                .forEach(exclusion -> out.code(
                        said,
                        "tn:notBetween",
                        "%s/%s"
                                .formatted(
                                        exclusion.from().toString().substring(2),
                                        exclusion.through().toString().substring(2))));
        longestExtension(out, said, commitment.longestExtension());
        target(out, said, commitment.target());
        reported(out, said, commitment.outcome());
        computed(out, self, said, commitment.computed());
    }

    private void longestExtension(Statements out, Node said, Commitment.@Nullable Extension extension) {
        if (extension != null) {
            Node longest = Iris.part(said, "extension", extension);
            out.link(said, "tn:longestExtension", longest)
                    .is(longest, "tn:Extension")
                    .value(longest, "tn:value", extension.value().toPlainString(), XSDDatatype.XSDdecimal)
                    .value(longest, "tn:times", extension.times(), XSDDatatype.XSDinteger);
            codes.link(out, longest, "tn:unit", "unit", extension.unit());
        }
    }

    private void target(Statements out, Node said, Commitment.@Nullable Target target) {
        if (target == null) {
            return;
        }
        Node goal = Iris.part(said, "target", target);
        out.link(said, "tn:target", goal)
                .is(goal, "tn:Target")
                .value(goal, "tn:value", target.value().toPlainString(), XSDDatatype.XSDdecimal)
                .value(goal, "tn:share", TimeStatements.plain(target.share()), XSDDatatype.XSDdecimal)
                .value(goal, "tn:duration", Durations.of(target.value(), target.unit()), XSDDatatype.XSDduration)
                .text(goal, "tn:caseType", target.caseType());
        codes.link(out, goal, "tn:unit", "unit", target.unit());
        codes.link(out, goal, "tn:statistic", "statistic", target.statistic());
        codes.link(out, goal, "tn:startEvent", "caseEvent", code(target.startEvent()));
        codes.link(out, goal, "tn:endEvent", "caseEvent", code(target.endEvent()));
        codes.link(out, goal, "tn:channelType", "channelType", target.channel());
    }

    private void reported(Statements out, Node said, Commitment.Outcome outcome) {
        if (outcome.equals(Commitment.Outcome.NOT_REPORTED)) {
            return;
        }
        Node result = Iris.part(said, "reported", outcome);
        out.link(said, "tn:reportedOutcome", result)
                .is(result, "tn:Outcome")
                .text(result, "tn:reasonText", outcome.reason())
                .day(result, "tn:periodFrom", outcome.periodFrom())
                .day(result, "tn:periodTo", outcome.periodTo())
                .value(result, "tn:share", TimeStatements.plain(outcome.share()), XSDDatatype.XSDdecimal)
                .value(result, "tn:value", TimeStatements.plain(outcome.value()), XSDDatatype.XSDdecimal)
                .value(result, "tn:sampleSize", outcome.sampleSize(), XSDDatatype.XSDinteger);
        codes.link(out, result, "tn:status", "outcome", outcome.status());
        codes.link(out, result, "tn:unit", "unit", outcome.unit());
    }

    private void computed(Statements out, Node self, Node said, @Nullable ComputedOutcome outcome) {
        if (outcome == null) {
            return;
        }
        Node result = Iris.part(said, "computed", outcome);
        out.link(said, "tn:computedOutcome", result)
                .is(result, "tn:Outcome")
                .text(result, "tn:reasonText", outcome.reason().text());
        codes.link(out, result, "tn:status", "outcome", outcome.status());
        codes.link(out, result, "tn:reason", "outcomeReason", outcome.reason());
        if (outcome.observation() != null) {
            out.link(result, "tn:heldAgainst", times.time(out, self, outcome.observation()));
        }
    }

    private static @Nullable String code(@Nullable CaseEvent event) {
        return event == null ? null : event.code();
    }
}
