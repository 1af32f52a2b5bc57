package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** Finds in the index, reads from the store. */
final class SearchableCatalogue implements Catalogue {

    /** Of services that are read one after the other, so many are in memory at a time. */
    private static final int PAGE = 200;

    private final StoredServices store;
    private final ServiceIndex index;

    SearchableCatalogue(StoredServices store, ServiceIndex index) {
        this.store = store;
        this.index = index;
    }

    @Override
    public Optional<Service> service(ServiceId id) {
        return store.service(id);
    }

    @Override
    public Optional<ServiceId> mergedInto(ServiceId id) {
        return store.mergedInto(id);
    }

    @Override
    public List<Service> services(Collection<ServiceId> ids) {
        return store.services(ids);
    }

    @Override
    public ServicePage search(ServiceQuery query) {
        Found found = index.search(query);
        return new ServicePage(store.services(found.ids()), found.total(), found.facets());
    }

    @Override
    public Iterator<Service> all(@Nullable String text, ServiceFilter filter) {
        return text == null && filter.equals(ServiceFilter.ALL)
                ? PagedServices.of(last -> store.after(last, PAGE), Service::id, found -> found)
                : PagedServices.of(last -> index.after(text, filter, last, PAGE), id -> id, store::services);
    }

    @Override
    public Map<AgencyId, Agency> agencies() {
        return store.agencies();
    }
}
