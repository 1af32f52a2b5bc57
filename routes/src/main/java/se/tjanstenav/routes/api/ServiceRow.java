package se.tjanstenav.routes.api;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.TypicalTime;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.catalog.model.Coverage;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceDescription;

/** A service as one row of CSV. */
final class ServiceRow {

    static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "nameLanguage",
            "summary",
            "agency",
            "agencyName",
            "audiences",
            "lifeEvents",
            "businessEvents",
            "themes",
            "channels",
            "offered",
            "country",
            "counties",
            "municipalities",
            "concept",
            "homepage",
            "typicalTimeKind",
            "typicalTimeStatistic",
            "typicalTimeValue",
            "typicalTimeUpTo",
            "typicalTimeUnit",
            "typicalTimeWorkingDays",
            "commitmentsKept",
            "commitmentsMissed",
            "commitmentsNotMeasured",
            "changedAt");

    private ServiceRow() {}

    static void write(CsvRows rows, Service service, Agency agency, Languages languages) throws IOException {
        ServiceDescription description = service.description();
        Wording.Text name = Wording.Text.of(languages, description.name());
        Wording.@Nullable Text summary = Wording.Text.optional(languages, description.summary());
        @Nullable Coverage coverage = description.coverage();
        Optional<TypicalTime> typical = TypicalTime.of(service.processingTimes());
        Optional<ProcessingTime> time = typical.map(TypicalTime::time);
        CommitmentCounts commitments = CommitmentCounts.of(service.commitments());
        rows.add(
                service.id(),
                name.text(),
                name.language(),
                summary == null ? null : summary.text(),
                agency.id(),
                AgencyReference.of(agency, languages).name(),
                description.audiences().stream().map(Codes::of).toList(),
                description.lifeEvents(),
                description.businessEvents(),
                description.themes(),
                service.channels().stream()
                        .map(Channel::type)
                        .map(Codes::of)
                        .distinct()
                        .toList(),
                Codes.of(description.offered().state()),
                coverage == null ? null : coverage.country(),
                coverage == null ? null : coverage.counties(),
                coverage == null ? null : coverage.municipalities(),
                description.concept(),
                description.homepage(),
                time.map(each -> Codes.of(each.kind())).orElse(null),
                time.map(each -> Codes.of(each.statistic())).orElse(null),
                time.map(ProcessingTime::value).orElse(null),
                time.map(ProcessingTime::upTo).orElse(null),
                time.map(each -> Codes.of(each.unit())).orElse(null),
                typical.map(each -> each.length().value()).orElse(null),
                commitments.kept(),
                commitments.missed(),
                commitments.notMeasured(),
                service.changedAt());
    }
}
