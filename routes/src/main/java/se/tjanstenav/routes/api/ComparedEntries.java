package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Comparisons.Promised;
import se.tjanstenav.catalog.Comparisons.Timed;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.Sources;
import se.tjanstenav.catalog.model.FeedId;
import se.tjanstenav.catalog.model.FieldGroup;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.ApiProperties;

/** Tells entries of comparisons as JSON, each with its service and its sources. */
@Component
class ComparedEntries {

    private final Catalogue catalogue;
    private final Sources sources;
    private final String linkBase;

    ComparedEntries(Catalogue catalogue, Sources sources, ApiProperties properties) {
        this.catalogue = catalogue;
        this.sources = sources;
        this.linkBase = properties.linkBase();
    }

    List<ComparedTimeDetail> times(List<Timed> times, Languages languages) {
        Map<FeedId, SourceStatus> byFeed = sources.byFeed();
        return times.stream()
                .map(entry -> new ComparedTimeDetail(
                        service(entry.service(), languages),
                        ProcessingTimeDetail.of(entry.time(), languages),
                        ComparableDetail.of(entry.length()),
                        EntrySource.list(entry.service(), FieldGroup.PROCESSING_TIMES, byFeed)))
                .toList();
    }

    List<ComparedCommitmentDetail> commitments(List<Promised> commitments, Languages languages) {
        Map<FeedId, SourceStatus> byFeed = sources.byFeed();
        return commitments.stream()
                .map(entry -> new ComparedCommitmentDetail(
                        service(entry.service(), languages),
                        CommitmentDetail.of(entry.commitment(), languages),
                        entry.length().map(ComparableDetail::of).orElse(null),
                        EntrySource.list(entry.service(), FieldGroup.COMMITMENTS, byFeed)))
                .toList();
    }

    private ServiceReference service(Service service, Languages languages) {
        return ServiceReference.of(service, ServiceAnswers.agency(catalogue, service.authority()), languages, linkBase);
    }
}
