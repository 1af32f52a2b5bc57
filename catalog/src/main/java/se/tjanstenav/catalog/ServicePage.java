package se.tjanstenav.catalog;

import java.util.List;
import se.tjanstenav.catalog.model.Service;

/**
 * One page of a selection.
 *
 * @param services the page's services in order
 * @param total how many match in all
 */
public record ServicePage(List<Service> services, long total) {

    public ServicePage {
        services = List.copyOf(services);
    }
}
