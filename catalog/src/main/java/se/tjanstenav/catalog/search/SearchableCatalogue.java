package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;

/** Finds in the index, reads from the store. */
final class SearchableCatalogue implements Catalogue {

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
        return new ServicePage(store.services(found.ids()), found.total());
    }

    @Override
    public Map<AgencyId, Agency> agencies() {
        return store.agencies();
    }
}
