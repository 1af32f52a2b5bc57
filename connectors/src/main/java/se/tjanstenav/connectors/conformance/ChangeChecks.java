package se.tjanstenav.connectors.conformance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.tjanstenav.connectors.conformance.Harvest.Seen;
import se.tjanstenav.connectors.descriptor.FeedSpec;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.source.Watermark;
import se.tjanstenav.connectors.tree.TreePointer;
import se.tjanstenav.connectors.trial.Counted;

/** Whether a feed that the descriptor says can be asked only for what is new, can. */
final class ChangeChecks {

    private static final String NOT_WHOLE = "the feed was not read whole; --records reads more";

    private final Findings findings;
    private final FeedSpec feed;
    private final Harvest harvest;
    private final Clock clock;

    /**
     * Checks.
     *
     * @param harvest the feed seen whole, without condition or position
     */
    ChangeChecks(Findings findings, FeedSpec feed, Harvest harvest, Clock clock) {
        this.findings = findings;
        this.feed = feed;
        this.harvest = harvest;
        this.clock = clock;
    }

    /**
     * Asks once more where the descriptor says that it helps.
     *
     * @param after reads the feed as the run after the one that left a bookmark
     */
    void run(Function<String, Harvest> after) {
        if (!feed.conditional()) {
            findings.notApplicable(Expectation.CONDITIONAL, "the descriptor asks without condition");
        } else if (!harvest.whole()) {
            findings.notApplicable(Expectation.CONDITIONAL, NOT_WHOLE);
        } else {
            conditional(after);
        }
        if (feed.incremental() == null) {
            findings.notApplicable(Expectation.INCREMENTAL, "the descriptor asks for all each time");
        } else if (!harvest.whole()) {
            findings.notApplicable(Expectation.INCREMENTAL, NOT_WHOLE);
        } else {
            incremental(feed.incremental().field(), after);
        }
    }

    private void conditional(Function<String, Harvest> after) {
        if (harvest.bookmark().isEmpty()) {
            findings.advice(
                    Expectation.CONDITIONAL,
                    "the answer has no ETag, and no Last-Modified at least a second before its Date",
                    "Send an ETag, or take conditional out of the descriptor; as it is, all is read each time.",
                    List.of());
            return;
        }
        Harvest again = after.apply(harvest.bookmark().get());
        if (again.fault().isPresent()) {
            fails(
                    Expectation.CONDITIONAL,
                    again,
                    "Answer If-None-Match and If-Modified-Since by 304 or as without them.");
        } else if (again.unchanged()) {
            findings.holds(Expectation.CONDITIONAL, "asked once more with its validators, 304");
        } else {
            findings.advice(
                    Expectation.CONDITIONAL,
                    "asked once more with its validators, %s came instead of 304"
                            .formatted(Counted.of(again.recordsOnPages(), "record")),
                    "Keep the validators while the content is the same, or take conditional out of the descriptor.",
                    List.of());
        }
    }

    private void incremental(String field, Function<String, Harvest> after) {
        Optional<String> position = greatest(TreePointer.parse(field));
        if (position.isEmpty() || harvest.bookmark().isEmpty()) {
            findings.fails(
                    Expectation.INCREMENTAL,
                    "no record has a usable value at " + field,
                    "Correct incremental.field, or take incremental out of the descriptor.",
                    List.of());
            return;
        }
        Harvest again = after.apply(harvest.bookmark().get());
        if (again.fault().isPresent()) {
            fails(Expectation.INCREMENTAL, again, "Correct incremental.parameter, or the endpoint.");
            return;
        }
        String asked = "asked from %s, %d of %s came"
                .formatted(
                        Excerpt.of(position.get()),
                        again.records().size(),
                        Counted.of(harvest.records().size(), "record"));
        List<String> before = before(TreePointer.parse(field), position.get(), again);
        if (before.isEmpty() && again.records().size() <= harvest.records().size()) {
            findings.holds(Expectation.INCREMENTAL, asked);
        } else {
            findings.fails(
                    Expectation.INCREMENTAL,
                    asked + (before.isEmpty() ? "" : ", older ones too"),
                    "Correct incremental.parameter or the endpoint; as it is, all is read each time and yet counts as a"
                            + " part, so that what is gone is noticed only once per fullEvery.",
                    before);
        }
    }

    private Optional<String> greatest(TreePointer field) {
        Watermark watermark = new Watermark(clock);
        harvest.records().forEach(seen -> field.findText(seen.record().tree()).ifPresent(watermark::see));
        return watermark.greatest();
    }

    private static List<String> before(TreePointer field, String position, Harvest again) {
        List<String> cases = new ArrayList<>();
        for (Seen seen : again.records()) {
            field.findText(seen.record().tree())
                    .filter(value -> Watermark.isGreater(position, value))
                    .ifPresent(value -> cases.add("record %s: %s".formatted(seen.name(), Excerpt.of(value))));
        }
        return cases;
    }

    private void fails(Expectation expectation, Harvest again, String remedy) {
        again.fault().ifPresent(fault -> findings.fails(expectation, Blame.evidence(fault), remedy, List.of()));
    }
}
