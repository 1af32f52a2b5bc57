package se.tjanstenav.connectors.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import se.tjanstenav.connectors.conformance.Harvest.PageSeen;
import se.tjanstenav.connectors.conformance.Harvest.Seen;
import se.tjanstenav.connectors.descriptor.Pagination;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.source.Position;
import se.tjanstenav.connectors.trial.Counted;

/** Whether the pages of a feed make one list. */
final class PagingChecks {

    private static final long BEYOND = 1000;
    private static final String MORE = "only the first records were read; --records reads more";

    private final Findings findings;
    private final Pagination pagination;
    private final Harvest harvest;

    PagingChecks(Findings findings, Pagination pagination, Harvest harvest) {
        this.findings = findings;
        this.pagination = pagination;
        this.harvest = harvest;
    }

    /**
     * Examines the pages.
     *
     * @param beyond reads from a place past the end
     */
    void run(Function<Position, Harvest> beyond) {
        pagesEnd();
        if (pagination.type() == Pagination.Type.NONE) {
            for (Expectation each : List.of(
                    Expectation.NO_LOOP, Expectation.NO_ID_ON_TWO_PAGES, Expectation.TOTAL, Expectation.PAST_THE_END)) {
                findings.notApplicable(each, "the descriptor has no pagination");
            }
            return;
        }
        noLoop();
        noIdOnTwoPages();
        total();
        pastTheEnd(beyond);
    }

    private boolean loops() {
        return harvest.incomplete().stream().anyMatch(reason -> reason.startsWith(FaultCode.PAGINATION_LOOP.name()));
    }

    private void pagesEnd() {
        String records = Counted.of(harvest.recordsOnPages(), "record");
        if (harvest.cut()) {
            findings.notApplicable(Expectation.PAGES_END, MORE);
        } else if (harvest.incomplete().isEmpty()) {
            findings.holds(
                    Expectation.PAGES_END,
                    pagination.type() == Pagination.Type.NONE
                            ? "one answer holds all, " + records
                            : Counted.of(harvest.pages().size(), "page") + ", " + records);
        } else if (harvest.incomplete().stream().allMatch(reason -> reason.contains("faults of producers"))) {
            findings.advice(
                    Expectation.PAGES_END,
                    "the run is partial: " + String.join("; ", harvest.incomplete()),
                    "As long as this is so, the hub never concludes that a record is gone.",
                    List.of());
        } else {
            findings.fails(
                    Expectation.PAGES_END,
                    "the run is partial: " + String.join("; ", harvest.incomplete()),
                    "Correct spec.feeds.pagination or limits, or the agency's paging; from a partial run the hub never"
                            + " concludes that a record is gone.",
                    List.of());
        }
    }

    private void noLoop() {
        if (loops()) {
            findings.fails(
                    Expectation.NO_LOOP,
                    String.join("; ", harvest.incomplete()),
                    FaultCode.PAGINATION_LOOP.remedy() + ".",
                    List.of());
        } else {
            findings.holds(Expectation.NO_LOOP, Counted.of(harvest.pages().size(), "page") + ", each another one");
        }
    }

    private void noIdOnTwoPages() {
        if (harvest.records().stream().noneMatch(seen -> seen.page() > 1)) {
            findings.notApplicable(
                    Expectation.NO_ID_ON_TWO_PAGES, "all records were on one page; a smaller size would show more");
            return;
        }
        Map<String, Integer> pageOf = new HashMap<>();
        TreeSet<String> twice = new TreeSet<>();
        for (Seen seen : harvest.records()) {
            if (seen.record().externalId() != null) {
                Integer before = pageOf.putIfAbsent(seen.record().externalId(), seen.page());
                if (before != null && before != seen.page()) {
                    twice.add("record %s: on page %d and on page %d".formatted(seen.name(), before, seen.page()));
                }
            }
        }
        findings.none(
                Expectation.NO_ID_ON_TWO_PAGES,
                List.copyOf(twice),
                Counted.of(harvest.records().size(), "record"),
                "records are on more than one page, so others may be on none",
                "Sort the list by something that is unique and does not change while it is read.");
    }

    private void total() {
        if (pagination.total() == null) {
            findings.notApplicable(Expectation.TOTAL, "the descriptor names no total");
        } else if (harvest.cut() || loops()) {
            findings.notApplicable(Expectation.TOTAL, harvest.cut() ? MORE : "the pages do not end");
        } else {
            TreeSet<String> totals = new TreeSet<>();
            harvest.pages().stream()
                    .map(PageSeen::total)
                    .flatMap(Optional::stream)
                    .forEach(totals::add);
            String came = String.valueOf(harvest.recordsOnPages());
            if (totals.equals(new TreeSet<>(List.of(came)))) {
                findings.holds(Expectation.TOTAL, "%s announced and come".formatted(came));
            } else {
                findings.fails(
                        Expectation.TOTAL,
                        "announced: %s; come: %s"
                                .formatted(totals.isEmpty() ? "nothing" : String.join(", ", totals), came),
                        "Mend the total, or leave pagination.total out of the descriptor.",
                        List.of());
            }
        }
    }

    private void pastTheEnd(Function<Position, Harvest> beyond) {
        boolean counts = pagination.type() == Pagination.Type.PAGE || pagination.type() == Pagination.Type.OFFSET;
        if (!counts) {
            findings.notApplicable(Expectation.PAST_THE_END, "the agency itself says where the end is");
            return;
        }
        if (!harvest.whole()) {
            findings.notApplicable(Expectation.PAST_THE_END, "the end was not reached");
            return;
        }
        int pages = harvest.pages().size() + 1;
        Harvest past = beyond.apply(new Position(pages, harvest.recordsOnPages() + BEYOND, null, null));
        if (past.fault().isPresent()) {
            findings.fails(
                    Expectation.PAST_THE_END,
                    Blame.evidence(past.fault().get()),
                    "Answer a page beyond the last one with an empty list.",
                    List.of());
        } else if (past.records().isEmpty()) {
            findings.holds(Expectation.PAST_THE_END, "an empty list");
        } else {
            findings.fails(
                    Expectation.PAST_THE_END,
                    "beyond the end stands the record " + past.records().get(0).name(),
                    "Answer a page beyond the last one with an empty list; otherwise reading never ends by itself.",
                    List.of());
        }
    }
}
