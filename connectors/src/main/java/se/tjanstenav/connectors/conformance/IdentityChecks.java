package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.connectors.conformance.Harvest.Seen;
import se.tjanstenav.connectors.trial.Counted;

/** Whether records can be told from each other, and are still the same when they are read again. */
final class IdentityChecks {

    private static final String AGAIN = "If the agency's data really changed between the two harvests, run this again.";

    private final Findings findings;
    private final Harvest first;
    private final Map<String, Seen> before = new LinkedHashMap<>();

    IdentityChecks(Findings findings, Harvest first) {
        this.findings = findings;
        this.first = first;
    }

    void ids() {
        if (first.records().isEmpty()) {
            findings.fails(
                    Expectation.HAS_RECORDS,
                    "the feed is empty",
                    "Check request and response.records; the hub quarantines a run without records.",
                    List.of());
        } else {
            findings.holds(Expectation.HAS_RECORDS, Counted.of(first.records().size(), "record"));
        }
        List<String> without = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (Seen seen : first.records()) {
            String id = seen.record().externalId();
            if (id == null) {
                without.add("record " + seen.name());
                continue;
            }
            Seen other = before.putIfAbsent(id, seen);
            if (other != null) {
                boolean same =
                        Objects.equals(other.record().tree(), seen.record().tree());
                twice.add("record %s: %s"
                        .formatted(
                                seen.name(), same ? "the same twice" : "with different content, so both are rejected"));
            }
        }
        String all = Counted.of(before.size(), "id");
        findings.none(
                Expectation.IDS_PRESENT,
                without,
                all,
                "%d of %d records have no id"
                        .formatted(without.size(), first.records().size()),
                "Correct response.id in the descriptor, or give every record an id.");
        findings.none(
                Expectation.IDS_UNIQUE,
                twice,
                all,
                Counted.of(twice.size(), "record") + " with an id that is there already",
                "Point response.id at what is unique, or name what the feed must pass over in response.where.");
    }

    void stability(Harvest second) {
        if (first.records().isEmpty()) {
            for (Expectation each :
                    List.of(Expectation.SAME_RECORDS, Expectation.SAME_CONTENT, Expectation.SAME_ORDER)) {
                findings.notApplicable(each, "there are no records");
            }
            return;
        }
        if (second.fault().isPresent()) {
            Fault fault = second.fault().get();
            findings.fails(
                    Expectation.SAME_RECORDS,
                    "the second harvest failed: " + Blame.evidence(fault),
                    Blame.remedy(fault),
                    List.of());
        }
        boolean sameOrder = order(first).equals(order(second));
        sameRecords(second, sameOrder);
        sameContent(second);
        if (sameOrder) {
            findings.holds(Expectation.SAME_ORDER, "the list comes in the same order");
        } else {
            findings.advice(
                    Expectation.SAME_ORDER,
                    "the list came in another order",
                    "The hub does not mind as long as everything is on one page; over several pages records can be lost,"
                            + " so sort the list.",
                    List.of());
        }
    }

    private static List<String> order(Harvest harvest) {
        return harvest.records().stream()
                .map(seen -> String.valueOf(seen.record().externalId()))
                .toList();
    }

    private void sameRecords(Harvest second, boolean sameOrder) {
        TreeSet<String> gone = new TreeSet<>(before.keySet());
        TreeSet<String> come = new TreeSet<>();
        for (Seen seen : second.records()) {
            String id = seen.record().externalId();
            if (id != null) {
                gone.remove(id);
                if (!before.containsKey(id)) {
                    come.add(seen.name());
                }
            }
        }
        if ((first.cut() || second.cut()) && !sameOrder) {
            findings.notApplicable(
                    Expectation.SAME_RECORDS,
                    "only the first records were read, and the list came in another order; --records reads more");
            return;
        }
        List<String> cases = new ArrayList<>();
        gone.forEach(id -> cases.add("record %s: gone".formatted(name(id))));
        come.forEach(id -> cases.add("record %s: new".formatted(id)));
        findings.none(
                Expectation.SAME_RECORDS,
                cases,
                Counted.of(before.size(), "id") + ", the same both times",
                "%d are gone and %d are new at once".formatted(gone.size(), come.size()),
                "Answer with the whole list each time, under ids that stay. " + AGAIN);
    }

    private String name(String id) {
        Seen seen = before.get(id);
        return seen == null ? "" : seen.name();
    }

    private void sameContent(Harvest second) {
        int identical = 0;
        int reordered = 0;
        List<String> unread = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (Seen again : second.records()) {
            Seen once = before.get(String.valueOf(again.record().externalId()));
            if (once == null) {
                continue;
            }
            Object was = once.record().tree();
            Object is = again.record().tree();
            if (Objects.equals(was, is)) {
                identical++;
            } else if (ContentForm.normalised(was).equals(ContentForm.normalised(is))
                    && sameToTheHub(once.contribution(), again.contribution())) {
                reordered++;
            } else {
                String where =
                        "record %s: %s".formatted(once.name(), String.join(", ", ContentForm.differences(was, is)));
                (sameToTheHub(once.contribution(), again.contribution()) ? unread : changed).add(where);
            }
        }
        String counts = "%d identical, %d in another order, %d changed where the mapping does not look, %d changed"
                .formatted(identical, reordered, unread.size(), changed.size());
        if (!changed.isEmpty()) {
            findings.fails(
                    Expectation.SAME_CONTENT,
                    counts,
                    "Keep what depends on the moment of asking out of the mapping; otherwise every harvest reports"
                            + " changes. " + AGAIN,
                    changed);
        } else if (!unread.isEmpty()) {
            findings.advice(
                    Expectation.SAME_CONTENT, counts, "Nothing needs to be done; the hub sees no change.", unread);
        } else if (reordered > 0) {
            findings.advice(
                    Expectation.SAME_CONTENT,
                    counts,
                    "Nothing needs to be done; the hub puts lists in order before it compares.",
                    List.of());
        } else {
            findings.holds(Expectation.SAME_CONTENT, "%d identical".formatted(identical));
        }
    }

    private static boolean sameToTheHub(@Nullable Contribution one, @Nullable Contribution other) {
        return one != null && other != null && ContentForm.normalised(one).equals(ContentForm.normalised(other));
    }
}
