package se.tjanstenav.routes.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.Page;
import se.tjanstenav.catalog.PublishedJourney;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.routes.linkeddata.ConceptLabels;

/**
 * What values of facets are called: by the lists that all agencies share, so that one code has one name; an event that is in
 * none as the first agency that tells of it does.
 */
@Component
class FacetLabels {

    /** Where a list has another name than the parameter. */
    private static final Map<Facet, String> LISTS =
            Map.of(Facet.CHANNEL, "channelType", Facet.COMMITMENT_STATUS, "outcome");

    private static final Map<Facet, Journey.Kind> EVENTS =
            Map.of(Facet.LIFE_EVENT, Journey.Kind.LIFE_EVENT, Facet.BUSINESS_EVENT, Journey.Kind.BUSINESS_EVENT);

    private static final int PAGE = 500;

    private final Catalogue catalogue;
    private final Journeys journeys;
    private final ConceptLabels concepts;

    FacetLabels(Catalogue catalogue, Journeys journeys, ConceptLabels concepts) {
        this.catalogue = catalogue;
        this.journeys = journeys;
        this.concepts = concepts;
    }

    /** The names of the values in the reader's language or what there is; without those that nobody has put a name to. */
    Map<String, String> of(FacetCounts counts, Languages languages) {
        Map<String, LocalizedText> names = new HashMap<>();
        List<String> unlisted = new ArrayList<>();
        for (FacetCounts.Count count : counts.values()) {
            listed(counts.facet(), count.value())
                    .ifPresentOrElse(name -> names.put(count.value(), name), () -> unlisted.add(count.value()));
        }
        Journey.Kind kind = EVENTS.get(counts.facet());
        if (kind != null && !unlisted.isEmpty()) {
            Map<String, LocalizedText> events = events(kind);
            events.keySet().retainAll(unlisted);
            names.putAll(events);
        }
        return names.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, name -> Wording.Text.of(languages, name.getValue())
                        .text()));
    }

    private Optional<LocalizedText> listed(Facet facet, String value) {
        return facet == Facet.AGENCY
                ? Optional.ofNullable(catalogue.agencies().get(new AgencyId(value)))
                        .map(Agency::name)
                : concepts.of(LISTS.getOrDefault(facet, facet.code()), value);
    }

    private Map<String, LocalizedText> events(Journey.Kind kind) {
        Map<String, LocalizedText> names = new HashMap<>();
        Page<PublishedJourney> page;
        int read = 0;
        do {
            page = journeys.page(kind, null, read, PAGE);
            page.items()
                    .forEach(published -> names.putIfAbsent(
                            published.journey().event(), published.journey().name()));
            read += PAGE;
        } while (read < page.total());
        return names;
    }
}
