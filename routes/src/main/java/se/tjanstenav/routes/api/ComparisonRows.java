package se.tjanstenav.routes.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Codes;

/** Entries of comparisons as rows of CSV. */
final class ComparisonRows {

    static final List<String> TIMES = List.of(
            "serviceId",
            "serviceName",
            "agency",
            "agencyName",
            "kind",
            "caseType",
            "channel",
            "startEvent",
            "endEvent",
            "statistic",
            "value",
            "upTo",
            "unit",
            "workingDays",
            "assumptions",
            "sampleSize",
            "periodFrom",
            "periodTo",
            "asOf",
            "sources");

    static final List<String> COMMITMENTS = List.of(
            "serviceId",
            "serviceName",
            "agency",
            "agencyName",
            "code",
            "aspect",
            "statement",
            "targetValue",
            "targetUnit",
            "targetShare",
            "targetStatistic",
            "workingDays",
            "assumptions",
            "status",
            "basis",
            "reason",
            "validFrom",
            "validThrough",
            "sources");

    private ComparisonRows() {}

    static void write(CsvRows rows, ComparedTimeDetail entry) throws IOException {
        ProcessingTimeDetail time = entry.time();
        rows.add(
                entry.service().id(),
                entry.service().name(),
                entry.service().agency().id(),
                entry.service().agency().name(),
                code(time.kind()),
                time.caseType(),
                code(time.channel()),
                time.startEvent(),
                time.endEvent(),
                code(time.statistic()),
                time.value(),
                time.upTo(),
                code(time.unit()),
                entry.comparable().workingDays(),
                codes(entry.comparable()),
                time.sampleSize(),
                time.periodFrom(),
                time.periodTo(),
                time.asOf(),
                entry.sources().stream().map(EntrySource::id).toList());
    }

    static void write(CsvRows rows, ComparedCommitmentDetail entry) throws IOException {
        CommitmentDetail commitment = entry.commitment();
        CommitmentDetail.Target target = commitment.target();
        rows.add(
                entry.service().id(),
                entry.service().name(),
                entry.service().agency().id(),
                entry.service().agency().name(),
                commitment.code(),
                code(commitment.aspect()),
                commitment.statement(),
                target == null ? null : target.value(),
                target == null ? null : code(target.unit()),
                target == null ? null : target.share(),
                target == null ? null : code(target.statistic()),
                entry.comparable() == null ? null : entry.comparable().workingDays(),
                codes(entry.comparable()),
                code(commitment.outcome().status()),
                code(commitment.outcome().basis()),
                commitment.outcome().reason(),
                commitment.validFrom(),
                commitment.validThrough(),
                entry.sources().stream().map(EntrySource::id).toList());
    }

    private static List<String> codes(@Nullable ComparableDetail comparable) {
        return comparable == null
                ? List.of()
                : comparable.assumptions().stream().map(Codes::of).toList();
    }

    private static @Nullable String code(@Nullable Enum<?> constant) {
        return constant == null ? null : Codes.of(constant);
    }
}
