package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.TypicalTime;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Audience;
import se.tjanstenav.catalog.model.Offer;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.routes.http.Link;

/**
 * A service in a list.
 *
 * @param textLanguage the language of each text, by field
 * @param agency the competent authority
 * @param processingTimes how many processing times the service has
 * @param commitments how many commitments it has
 * @param typicalTime how long it takes, by which it is filtered and ordered; absent where nobody has told what to expect
 * @param commitmentOutcomes how those commitments have turned out; absent where it has none
 * @param coverageKnown whether anybody has told where the service applies
 * @param freshness where it comes from and how fresh that is; absent where none of its sources is known any more
 * @param highlights where it answers to the question; none where nothing was asked
 */
record ServiceSummary(
        String id,
        String name,
        @Nullable String summary,
        Map<String, String> textLanguage,
        AgencyReference agency,
        Set<Audience> audiences,
        Offer.State offered,
        int processingTimes,
        int commitments,
        @Nullable TypicalTimeDetail typicalTime,
        @Nullable CommitmentCounts commitmentOutcomes,
        boolean coverageKnown,
        Instant changedAt,
        @Nullable FreshnessDetail freshness,
        @Nullable List<HighlightDetail> highlights,
        Map<String, Link> links) {

    /** @param highlights where it answers to a question; null where nothing was asked */
    static ServiceSummary of(
            Service service,
            Agency agency,
            @Nullable FreshnessDetail freshness,
            Languages languages,
            String linkBase,
            @Nullable List<Highlight> highlights) {
        Wording wording = new Wording(languages);
        return new ServiceSummary(
                service.id().value(),
                wording.required("name", service.description().name()),
                wording.optional("summary", service.description().summary()),
                wording.languageByField(),
                AgencyReference.of(agency, languages),
                service.description().audiences(),
                service.description().offered().state(),
                service.processingTimes().size(),
                service.commitments().size(),
                TypicalTime.of(service.processingTimes())
                        .map(TypicalTimeDetail::of)
                        .orElse(null),
                service.commitments().isEmpty() ? null : CommitmentCounts.of(service.commitments()),
                service.description().coverage() != null,
                service.changedAt(),
                freshness,
                highlights == null ? null : HighlightDetail.of(highlights),
                Map.of("self", Link.to(ServiceDetail.path(linkBase, service.id()), "self")));
    }
}
