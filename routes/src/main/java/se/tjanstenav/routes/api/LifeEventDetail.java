package se.tjanstenav.routes.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.SourceStatus;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.routes.http.Link;

/**
 * A life event or business event as an ordered journey of services over agency borders.
 *
 * @param event code of the event, as in {@code lifeEvents} and {@code businessEvents} of services
 * @param textLanguage the language of {@code name}, {@code summary} and {@code description}
 * @param availableLanguages the languages the name is there in
 * @param agency the agency that tells of it
 * @param homepage that agency's page about it
 * @param provenance which source it comes from
 * @param sourceStatus how that source stands at present
 * @param checkedOn the day the agency last checked it
 * @param changedAtSource when the agency says it last changed it
 * @param changedAt when it last changed in the catalogue; the expected time moves with the services
 */
record LifeEventDetail(
        String id,
        Journey.Kind kind,
        String event,
        String name,
        @Nullable String summary,
        @Nullable String description,
        Map<String, String> textLanguage,
        Set<String> availableLanguages,
        AgencyReference agency,
        ExpectedTimeDetail expectedTime,
        List<LifeEventStepDetail> steps,
        @Nullable URI homepage,
        List<ProvenanceDetail> provenance,
        List<SourceStatusDetail> sourceStatus,
        @Nullable LocalDate checkedOn,
        @Nullable Instant changedAtSource,
        Instant changedAt,
        Map<String, Link> links) {

    /**
     * @param source null where the feed that it comes from is no longer known
     */
    static LifeEventDetail of(
            PublishedJourney published,
            Agency agency,
            ExpectedTimeDetail expectedTime,
            List<LifeEventStepDetail> steps,
            @Nullable SourceStatus source,
            Languages languages,
            String linkBase) {
        Journey journey = published.journey();
        Wording wording = new Wording(languages);
        return new LifeEventDetail(
                published.id().value(),
                journey.kind(),
                journey.event(),
                wording.required("name", journey.name()),
                wording.optional("summary", journey.summary()),
                wording.optional("description", journey.description()),
                wording.languageByField(),
                new TreeSet<>(journey.name().byLanguage().keySet()),
                AgencyReference.of(agency, languages),
                expectedTime,
                steps,
                journey.homepage(),
                ProvenanceDetail.list(List.of(published.provenance())),
                source == null ? List.of() : List.of(SourceStatusDetail.settled(source, languages)),
                journey.checkedOn(),
                published.provenance().changedAtSource(),
                published.changedAt(),
                Map.of("self", Link.to(LifeEventSummary.path(linkBase, published.id()), "self")));
    }
}
