package se.tjanstenav.connectors.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.tjanstenav.catalog.Reject;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ServiceKey;
import se.tjanstenav.connectors.descriptor.Response;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.mapping.RecordContext;
import se.tjanstenav.connectors.trial.Counted;
import se.tjanstenav.connectors.trial.Wishes;
import se.tjanstenav.connectors.trial.Wishes.Lack;

/** Whether the mapping makes of every record all that it could. */
final class MappingChecks {

    private static final int NAMED = 3;

    private final Findings findings;
    private final Response response;
    private final Harvest harvest;

    MappingChecks(Findings findings, Response response, Harvest harvest) {
        this.findings = findings;
        this.response = response;
        this.harvest = harvest;
    }

    /**
     * Examines the mapping.
     *
     * @param withChannels services that some feed of the connector gives a channel
     */
    void run(Set<ServiceKey> withChannels) {
        if (harvest.records().isEmpty()) {
            for (Expectation each : List.of(
                    Expectation.MAPPED,
                    Expectation.SOURCE_FIELDS_READ,
                    Expectation.MODEL_FIELDS_FILLED,
                    Expectation.SHARED_CODES)) {
                findings.notApplicable(each, "there are no records");
            }
            return;
        }
        mapped();
        sourceFields();
        modelFields(withChannels);
        sharedCodes();
    }

    private void sharedCodes() {
        List<Contribution> contributions = harvest.contributions();
        if (contributions.isEmpty()) {
            findings.notApplicable(Expectation.SHARED_CODES, "no record could be mapped");
            return;
        }
        List<String> unknown = Vocabulary.load().unknown(contributions);
        if (unknown.isEmpty()) {
            findings.holds(Expectation.SHARED_CODES, "no code is the agency's own");
        } else {
            findings.advice(
                    Expectation.SHARED_CODES,
                    Counted.of(unknown.size(), "code") + " of the agency's own",
                    "They are allowed, but nobody finds or compares them together with those of others; docs/vocabulary.md"
                            + " lists the shared ones.",
                    unknown);
        }
    }

    private void mapped() {
        List<Reject> rejects = harvest.rejects();
        List<String> cases = new ArrayList<>();
        rejects.forEach(reject -> cases.add(tell(reject)));
        findings.none(
                Expectation.MAPPED,
                cases,
                "%d of %d records"
                        .formatted(
                                harvest.contributions().size(),
                                harvest.records().size()),
                "the hub would reject %d of %d records"
                        .formatted(rejects.size(), harvest.records().size()),
                "Mend the mapping or the records; beyond 10 % of rejects the hub publishes nothing of the run.");
    }

    private static String tell(Reject reject) {
        String id = reject.externalId() == null ? "no. " + reject.ordinal() : Excerpt.of(reject.externalId());
        String pointer = reject.pointer() == null ? "" : " at " + reject.pointer();
        String position =
                reject.expressionPosition() == null ? "" : " (character %d)".formatted(reject.expressionPosition());
        return "record %s: %s%s%s: %s In: %s"
                .formatted(id, reject.code(), pointer, position, sentence(reject.detail()), reject.excerpt());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private void sourceFields() {
        harvest.fields().use(response.id());
        if (response.outerId() != null) {
            harvest.fields().use("$" + RecordContext.OUTER + response.outerId());
        }
        response.where().keySet().forEach(harvest.fields()::use);
        if (harvest.contributions().isEmpty()) {
            findings.notApplicable(Expectation.SOURCE_FIELDS_READ, "no record could be mapped");
            return;
        }
        Map<String, Integer> ignored = harvest.fields().ignored();
        if (ignored.isEmpty()) {
            findings.holds(Expectation.SOURCE_FIELDS_READ, "no field is left over");
            return;
        }
        List<String> cases = new ArrayList<>();
        ignored.forEach((pointer, records) ->
                cases.add("%s, in %s".formatted(Excerpt.of(pointer), Counted.of(records, "record"))));
        findings.advice(
                Expectation.SOURCE_FIELDS_READ,
                Counted.of(ignored.size(), "field") + " never read",
                "Map those that readers would miss; the hub keeps nothing of the others.",
                cases);
    }

    private void modelFields(Set<ServiceKey> withChannels) {
        List<Contribution> contributions = harvest.contributions();
        if (contributions.isEmpty()) {
            findings.notApplicable(Expectation.MODEL_FIELDS_FILLED, "no record could be mapped");
            return;
        }
        List<Lack> missing = new Wishes(withChannels::contains).missing(contributions);
        if (missing.isEmpty()) {
            findings.holds(Expectation.MODEL_FIELDS_FILLED, "nothing is missing");
        } else {
            findings.advice(
                    Expectation.MODEL_FIELDS_FILLED,
                    Counted.of(missing.size(), "thing") + " missing in some records",
                    "Map them if the agency has them; the catalogue works without, but shows less.",
                    missing.stream().map(MappingChecks::line).toList());
        }
    }

    private static String line(Lack lack) {
        List<String> named =
                lack.records().stream().limit(NAMED).map(Excerpt::of).toList();
        return "%s: missing in %s (%s%s)"
                .formatted(
                        lack.wish(),
                        Counted.of(lack.records().size(), "record"),
                        String.join(", ", named),
                        lack.records().size() > NAMED ? ", …" : "");
    }
}
