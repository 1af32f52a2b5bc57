package se.tjanstenav.routes.api;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.Journeys;
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

    private final Catalogue catalogue;
    private final Journeys journeys;
    private final ConceptLabels concepts;

    FacetLabels(Catalogue catalogue, Journeys journeys, ConceptLabels concepts) {
        this.catalogue = catalogue;
        this.journeys = journeys;
        this.concepts = concepts;
    }

    /** The name in the reader's language or what there is; null where nobody has put one to the value. */
    @Nullable
    String label(Facet facet, String value, Languages languages) {
        return name(facet, value)
                .map(name -> Wording.Text.of(languages, name).text())
                .orElse(null);
    }

    private Optional<LocalizedText> name(Facet facet, String value) {
        if (facet == Facet.AGENCY) {
            return Optional.ofNullable(catalogue.agencies().get(new AgencyId(value)))
                    .map(Agency::name);
        }
        return concepts.of(LISTS.getOrDefault(facet, facet.code()), value)
                .or(() -> Optional.ofNullable(EVENTS.get(facet)).flatMap(kind -> journey(kind, value)));
    }

    private Optional<LocalizedText> journey(Journey.Kind kind, String event) {
        return journeys.page(kind, event, 0, 1).items().stream()
                .map(published -> published.journey().name())
                .findFirst();
    }
}
