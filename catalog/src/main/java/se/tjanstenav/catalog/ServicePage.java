package se.tjanstenav.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * One page of a selection.
 *
 * @param services the page's services in order
 * @param total how many match in all
 * @param facets the counts that were asked for, each without regard to what was chosen of that facet itself, so that the
 *     other choices show; in the order of {@link Facet}
 * @param understanding how the question was understood; null where there was none
 * @param highlights where the page's services answer to the question;
 *     nothing of those that answer elsewhere, such as by a keyword
 */
public record ServicePage(
        List<Service> services,
        long total,
        List<FacetCounts> facets,
        @Nullable Understanding understanding,
        Map<ServiceId, List<Highlight>> highlights) {

    public ServicePage {
        services = List.copyOf(services);
        facets = List.copyOf(facets);
        highlights = Map.copyOf(highlights);
    }

    /** A page of a selection without words. */
    public ServicePage(List<Service> services, long total, List<FacetCounts> facets) {
        this(services, total, facets, null, Map.of());
    }
}
