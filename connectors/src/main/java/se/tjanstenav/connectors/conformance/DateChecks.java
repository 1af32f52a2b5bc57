package se.tjanstenav.connectors.conformance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.Contribution;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.connectors.fault.Excerpt;
import se.tjanstenav.connectors.trial.Counted;

/** Whether dates can be true. */
final class DateChecks {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Findings findings;
    private final LocalDate today;
    private final Instant latest;
    private final List<String> ahead = new ArrayList<>();
    private final List<String> reversed = new ArrayList<>();
    private final List<String> over = new ArrayList<>();
    private int dates;
    private int periods;

    DateChecks(Findings findings, Clock clock) {
        this.findings = findings;
        this.today = LocalDate.now(clock.withZone(SWEDEN));
        this.latest = clock.instant().plus(SKEW);
    }

    void run(Harvest harvest) {
        harvest.contributions().forEach(this::look);
        // The model itself refuses a reversed period of a processing time.
        harvest.rejects().stream()
                .filter(reject -> reject.detail().contains("ends before it starts"))
                .forEach(reject -> reversed.add(
                        "record %s: %s".formatted(Excerpt.of(String.valueOf(reject.externalId())), reject.detail())));
        if (dates == 0) {
            findings.notApplicable(Expectation.DATES_PLAUSIBLE, "no record has such a date");
        } else {
            findings.none(
                    Expectation.DATES_PLAUSIBLE,
                    ahead,
                    Counted.of(dates, "date") + ", none after today",
                    "%d of %d dates are still to come".formatted(ahead.size(), dates),
                    "Correct the dates, or the mapping of their form and time zone.");
        }
        if (!over.isEmpty() && reversed.isEmpty()) {
            findings.advice(
                    Expectation.PERIODS_IN_ORDER,
                    Counted.of(over.size(), "commitment") + " no longer valid",
                    "Renew them or leave them out; readers see them as they are.",
                    over);
        } else if (periods == 0 && reversed.isEmpty()) {
            findings.notApplicable(Expectation.PERIODS_IN_ORDER, "no record has a period");
        } else {
            findings.none(
                    Expectation.PERIODS_IN_ORDER,
                    reversed,
                    Counted.of(periods, "period"),
                    Counted.of(reversed.size(), "period") + " ending before the start",
                    "Correct the periods, or map their ends the other way round.");
        }
    }

    private void look(Contribution contribution) {
        String record = Excerpt.of(contribution.externalId());
        Instant changed = contribution.changedAt();
        if (changed != null) {
            dates++;
            if (changed.isAfter(latest)) {
                ahead.add("record %s: changedAt %s".formatted(record, changed));
            }
        }
        if (contribution.description() != null) {
            date(record, "checkedOn", contribution.description().checkedOn());
        }
        for (ProcessingTime time : contribution.processingTimes()) {
            date(record, "asOf", time.asOf());
            if (time.periodFrom() != null && time.periodTo() != null) {
                periods++;
            }
            if (time.kind() == ProcessingTime.Kind.OBSERVED && time.periodFrom() != null) {
                date(record, "periodFrom of an observed time", time.periodFrom());
            }
        }
        contribution.commitments().forEach(commitment -> validity(record, commitment));
    }

    private void validity(String record, Commitment commitment) {
        LocalDate from = commitment.validFrom();
        LocalDate through = commitment.validThrough();
        if (from == null || through == null) {
            return;
        }
        periods++;
        if (through.isBefore(from)) {
            reversed.add("record %s: valid %s to %s".formatted(record, from, through));
        } else if (through.isBefore(today)) {
            over.add("record %s: valid through %s".formatted(record, through));
        }
    }

    private void date(String record, String what, @Nullable LocalDate date) {
        if (date != null) {
            dates++;
            if (date.isAfter(today)) {
                ahead.add("record %s: %s %s".formatted(record, what, date));
            }
        }
    }
}
