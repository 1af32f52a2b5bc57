package se.tjanstenav.routes.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.routes.http.Link;
import se.tjanstenav.routes.http.PageMeta;
import se.tjanstenav.routes.http.Roots;

/**
 * A life event or business event in a list.
 *
 * @param event code of the event, as in {@code lifeEvents} and {@code businessEvents} of services
 * @param agency the agency that tells of it
 * @param steps how many steps lead through it
 * @param agencies how many agencies they lead to
 */
record LifeEventSummary(
        String id,
        Journey.Kind kind,
        String event,
        String name,
        @Nullable String summary,
        Map<String, String> textLanguage,
        AgencyReference agency,
        int steps,
        long agencies,
        Instant changedAt,
        Map<String, Link> links) {

    static String path(String linkBase, JourneyId id) {
        return linkBase + Roots.CATALOG + "/life-events/" + id;
    }

    static LifeEventSummary of(PublishedJourney published, Agency agency, Languages languages, String linkBase) {
        Journey journey = published.journey();
        Wording wording = new Wording(languages);
        return new LifeEventSummary(
                published.id().value(),
                journey.kind(),
                journey.event(),
                wording.required("name", journey.name()),
                wording.optional("summary", journey.summary()),
                wording.languageByField(),
                AgencyReference.of(agency, languages),
                journey.steps().size(),
                journey.steps().stream()
                        .map(step -> step.service().authority())
                        .distinct()
                        .count(),
                published.changedAt(),
                Map.of("self", Link.to(path(linkBase, published.id()), "self")));
    }

    /** One page of them. */
    record LifeEventList(List<LifeEventSummary> lifeEvents, PageMeta meta, Map<String, Link> links) {}
}
