package se.tjanstenav.connectors.conformance;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.tjanstenav.catalog.FeedKind;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.trial.Counted;

/** Whether the services that a feed speaks of are described by the same connector. */
final class ReferenceChecks {

    private final Findings findings;
    private final Set<ServiceKey> described;
    private final boolean complete;

    /**
     * Checks.
     *
     * @param described the services that the connector describes
     * @param complete whether these are all that it describes
     */
    ReferenceChecks(Findings findings, Set<ServiceKey> described, boolean complete) {
        this.findings = findings;
        this.described = described;
        this.complete = complete;
    }

    void run(FeedKind kind, Harvest harvest) {
        if (kind == FeedKind.SERVICES) {
            findings.notApplicable(Expectation.KNOWN_SERVICES, "this feed describes the services");
            return;
        }
        if (kind == FeedKind.EVENTS) {
            findings.notApplicable(Expectation.KNOWN_SERVICES, "journeys lead to services of any agency");
            return;
        }
        TreeSet<String> unknown = new TreeSet<>();
        for (Contribution contribution : harvest.contributions()) {
            if (contribution.description() == null && !described.contains(contribution.service())) {
                unknown.add("record %s: service %s"
                        .formatted(
                                Excerpt.of(contribution.externalId()),
                                Excerpt.of(contribution.service().toString())));
            }
        }
        if (harvest.contributions().isEmpty()) {
            findings.notApplicable(Expectation.KNOWN_SERVICES, "no record could be mapped");
        } else if (unknown.isEmpty()) {
            findings.holds(
                    Expectation.KNOWN_SERVICES,
                    "every one of " + Counted.of(harvest.contributions().size(), "record"));
        } else if (described.isEmpty() || !complete) {
            findings.notApplicable(
                    Expectation.KNOWN_SERVICES,
                    described.isEmpty()
                            ? "no feed of this connector could be read that describes services"
                            : "not all services were read, so %s could not be followed"
                                    .formatted(Counted.of(unknown.size(), "reference")));
        } else {
            findings.fails(
                    Expectation.KNOWN_SERVICES,
                    Counted.of(unknown.size(), "record") + " of services that no feed describes",
                    "Correct 'code' or 'authority' in the mapping, or describe the services; until then nobody finds them.",
                    List.copyOf(unknown));
        }
    }
}
