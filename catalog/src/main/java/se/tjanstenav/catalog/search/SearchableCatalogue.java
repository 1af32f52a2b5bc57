package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.Understanding;
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
    private final QuestionReader reader;

    SearchableCatalogue(StoredServices store, ServiceIndex index, QuestionReader reader) {
        this.store = store;
        this.index = index;
        this.reader = reader;
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
        TextPredicate plain = reader.plain(query.text());
        return plain == null
                ? page(index.ask(session -> ServiceSearch.run(session, query, null)), null)
                : index.ask(session -> search(session, query, plain));
    }

    /** Ordinary questions are searched for once; only where that gives little is the index looked at again. */
    private ServicePage search(SearchSession session, ServiceQuery query, TextPredicate plain) {
        Found found = ServiceSearch.run(session, query, plain);
        if (found.total() >= QuestionReader.ENOUGH) {
            return page(found, new Understanding(found.total(), false, null, List.of()));
        }
        Reading reading = reader.read(session, plain);
        Found answer = reading.words().nearest() ? ServiceSearch.run(session, query, reading.words()) : found;
        return page(
                answer,
                new Understanding(reading.whole(), reading.words().nearest(), reading.corrected(), reading.unknown()));
    }

    private ServicePage page(Found found, @Nullable Understanding understanding) {
        return new ServicePage(store.services(found.ids()), found.total(), found.facets(), understanding);
    }

    @Override
    public Iterator<Service> all(@Nullable String text, ServiceFilter filter) {
        if (text == null && filter.equals(ServiceFilter.ALL)) {
            return PagedServices.of(last -> store.after(last, PAGE), Service::id, found -> found);
        }
        TextPredicate plain = reader.plain(text);
        TextPredicate words = plain == null
                ? null
                : index.ask(session -> reader.read(session, plain)).words();
        return PagedServices.of(
                last -> index.ask(session -> ServiceSearch.after(session, words, filter, last, PAGE)),
                id -> id,
                store::services);
    }

    @Override
    public Map<AgencyId, Agency> agencies() {
        return store.agencies();
    }
}
