package se.tjanstenav.routes.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Completeness;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.catalog.RunOutcome;
import se.tjanstenav.catalog.RunReport;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.Roots;

/**
 * A run as its agency sees it.
 *
 * @param feed the feed's name within the connector
 * @param source connector and feed, as the citizen API calls it
 * @param requestedBy who asked for it, or {@code schedule}
 * @param lastSignOfLife when it last told how far it has come
 * @param approvedBy who found what was held back to be right
 * @param passedWith the approved run for whose sake this one was published
 * @param conflicts of how many field groups that the feed's records speak of something is not shown, because another
 *     record says something else; the link of the same name tells which
 */
record RunDetail(
        UUID id,
        String connector,
        String feed,
        String source,
        RunReport.Kind kind,
        RunOutcome outcome,
        Completeness completeness,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        Instant lastSignOfLife,
        @Nullable Instant endedAt,
        @Nullable Integer descriptorVersion,
        Counts counts,
        @Nullable Fault fault,
        @Nullable String approvedBy,
        @Nullable UUID passedWith,
        long conflicts,
        Map<String, Link> links) {

    /** Records by fate. */
    record Counts(
            long read,
            long mapped,
            long unchanged,
            long added,
            long changed,
            long removed,
            long rejected,
            long warned) {

        static Counts of(RunReport.Counts counts) {
            return new Counts(
                    counts.read(),
                    counts.mapped(),
                    counts.unchanged(),
                    counts.added(),
                    counts.changed(),
                    counts.removed(),
                    counts.rejected(),
                    counts.warned());
        }
    }

    /** Some of the runs, or those that were asked for at once. */
    record RunList(List<RunDetail> runs, PageMeta meta, Map<String, Link> links) {}

    static RunDetail of(RunReport run, String linkBase) {
        RunReport.Origin origin = run.origin();
        return new RunDetail(
                run.id(),
                run.feed().connector(),
                run.feed().feed(),
                run.feed().path(),
                origin.kind(),
                run.outcome(),
                run.completeness(),
                origin.by(),
                origin.requestedAt(),
                run.startedAt(),
                run.seenAt(),
                run.endedAt(),
                origin.descriptorVersion(),
                Counts.of(run.counts()),
                run.fault(),
                run.approvedBy(),
                run.passedWith(),
                run.conflicts(),
                links(run, linkBase));
    }

    static String path(UUID run) {
        return Roots.REGISTRY + "/runs/" + run;
    }

    private static Map<String, Link> links(RunReport run, String linkBase) {
        String self = linkBase + path(run.id());
        Map<String, Link> links = new LinkedHashMap<>();
        links.put("self", Link.to(self, "self"));
        links.put("rejects", Link.to(self + "/rejects", "rejects"));
        links.put("warnings", Link.to(self + "/warnings", "warnings"));
        links.put("conflicts", Link.to(self + "/conflicts", "conflicts"));
        if (run.outcome() == RunOutcome.QUARANTINED && run.approvedBy() == null) {
            links.put("approvals", new Link(self + "/approvals", "approvals", "POST"));
        }
        return links;
    }
}
