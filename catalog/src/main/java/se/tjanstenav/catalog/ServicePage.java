package se.tjanstenav.catalog;

import java.util.List;
import se.tjanstenav.catalog.model.Service;

/**
 * One page of a selection.
 *
 * @param services the page's services in order
 * @param total how many match in all
 * @param facets the counts that were asked for, each without regard to what was chosen of that facet itself, so that the
 *     other choices show; in the order of {@link Facet}
 */
public record ServicePage(List<Service> services, long total, List<FacetCounts> facets) {

    public ServicePage {
        services = List.copyOf(services);
        facets = List.copyOf(facets);
    }
}
