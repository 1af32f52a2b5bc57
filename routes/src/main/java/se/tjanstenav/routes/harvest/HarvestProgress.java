package se.tjanstenav.routes.harvest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;

/** Tells people and meters how each harvest ended: one log line, counters by fate and the duration. */
@Component
class HarvestProgress {

    private static final Logger log = LoggerFactory.getLogger("tjanstenav.harvest");

    private final MeterRegistry meters;
    private final ApplicationEventPublisher events;

    HarvestProgress(MeterRegistry meters, ApplicationEventPublisher events) {
        this.meters = meters;
        this.events = events;
    }

    void ended(@Body RunReport report) {
        measure(report);
        tell(report);
        events.publishEvent(new HarvestEnded(report));
    }

    private void measure(RunReport report) {
        String feed = report.feed().path();
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
        if (isHarvest(report)) {
            Timer.builder("tjanstenav.harvest.duration")
                    .description("Time from the beginning of a harvest to its end")
                    .tag("feed", feed)
                    .tag("outcome", outcome)
                    .register(meters)
                    .record(duration(report));
        }
        RunReport.Counts counts = report.counts();
        count(feed, "unchanged", counts.unchanged());
        count(feed, "added", counts.added());
        count(feed, "changed", counts.changed());
        count(feed, "removed", counts.removed());
        count(feed, "rejected", counts.rejected());
        count(feed, "warned", counts.warned());
    }

    private static boolean isHarvest(RunReport report) {
        return report.origin().kind() == RunReport.Kind.HARVEST;
    }

    private void count(String feed, String fate, long records) {
        meters.counter("tjanstenav.harvest.records", "feed", feed, "fate", fate).increment((double) records);
    }

    private static void tell(RunReport report) {
        RunReport.Counts counts = report.counts();
        Fault fault = report.fault();
        if (report.outcome() != RunOutcome.PUBLISHED) {
            String outcome = report.outcome().name().toLowerCase(Locale.ROOT);
            String reason = fault == null ? "" : " (" + fault.code() + "): " + fault.detail();
            String what = isHarvest(report) ? "Harvest of" : "Replay of a record of";
            log.warn("{} {} {}, the last known good stays{}", what, report.feed(), outcome, reason);
        } else if (counts.read() == counts.unchanged()) {
            log.debug("Harvested {}: {}", report.feed(), figures(report));
        } else {
            log.info("Harvested {}: {}", report.feed(), figures(report));
        }
    }

    private static String figures(RunReport report) {
        RunReport.Counts counts = report.counts();
        String warned = counts.warned() == 0 ? "" : ", %d with warnings".formatted(counts.warned());
        return "%d read: %d added, %d changed, %d unchanged, %d removed, %d rejected%s (%d ms)"
                .formatted(
                        counts.read(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.removed(),
                        counts.rejected(),
                        warned,
                        duration(report).toMillis());
    }

    private static Duration duration(RunReport report) {
        return report.startedAt() == null || report.endedAt() == null
                ? Duration.ZERO
                : Duration.between(report.startedAt(), report.endedAt());
    }
}
