package se.tjanstenav.catalog.search;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Highlight;
import se.tjanstenav.catalog.Journeys;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServicePage;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.catalog.Suggestion;
import se.tjanstenav.catalog.Suggestion.Kind;
import se.tjanstenav.catalog.Understanding;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.Journey;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.Service;
import se.tjanstenav.catalog.model.ServiceId;
import se.tjanstenav.catalog.words.Asked.Concept;

/** Finds in the index, reads from the store. */
final class SearchableCatalogue implements Catalogue {

    /** Of services that are read one after the other, so many are in memory at a time. */
    private static final int PAGE = 200;

    /** So many letters of a word that nobody uses may well be those of another. */
    private static final int BEGINNING = 4;

    /** More than a country has of them. */
    private static final int EVENTS = 500;

    private final StoredServices store;
    private final ServiceIndex index;
    private final Journeys journeys;
    private final QuestionReader reader;

    SearchableCatalogue(StoredServices store, ServiceIndex index, Journeys journeys, QuestionReader reader) {
        this.store = store;
        this.index = index;
        this.journeys = journeys;
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
        return index.ask(session -> plain == null
                ? page(ServiceSearch.run(session, query, null), null, null)
                : search(session, query, plain));
    }

    /** Ordinary questions are searched for once; only where that gives little is the index looked at again. */
    private ServicePage search(SearchSession session, ServiceQuery query, TextPredicate plain) {
        Found found = ServiceSearch.run(session, query, plain);
        if (found.total() >= QuestionReader.ENOUGH) {
            return answer(query, found, new Reading(plain, found.total(), List.of(), null));
        }
        Reading reading = query.filter().equals(ServiceFilter.ALL)
                ? reader.read(session, plain, found.total())
                : reader.read(session, plain);
        boolean same = reading.words().equals(plain) || reading.hopeless();
        return answer(query, same ? found : ServiceSearch.run(session, query, reading.words()), reading);
    }

    private ServicePage answer(ServiceQuery query, Found found, Reading reading) {
        return page(
                found,
                new Understanding(reading.whole(), reading.words().nearest(), reading.corrected(), reading.unknown()),
                new Highlighter(reading.words().asked(), SearchLanguage.of(query.language())));
    }

    private ServicePage page(Found found, @Nullable Understanding understanding, @Nullable Highlighter highlighter) {
        List<Service> services = store.shown(found.ids());
        Map<ServiceId, List<Highlight>> highlights = highlighter == null
                ? Map.of()
                : services.stream().collect(Collectors.toMap(Service::id, highlighter::of));
        return new ServicePage(services, found.total(), found.facets(), understanding, highlights);
    }

    @Override
    public List<Suggestion> suggestions(String text, String language, int limit) {
        return suggestions(List.of(text), language, limit, events());
    }

    @Override
    public List<Suggestion> alternatives(String question, String language, int limit) {
        TextPredicate plain = reader.plain(question);
        List<Concept> concepts = plain == null ? List.of() : plain.asked().concepts();
        Map<JourneyId, Completion.Named> events = events();
        List<Suggestion> found = suggestions(
                concepts.stream().map(concept -> start(concept.text())).toList(), language, limit, events);
        return found.isEmpty()
                ? events.entrySet().stream()
                        .map(event -> Completion.suggestion(event.getKey(), event.getValue(), language))
                        .limit(limit)
                        .toList()
                : found;
    }

    private List<Suggestion> suggestions(
            List<String> beginnings, String language, int limit, Map<JourneyId, Completion.Named> events) {
        Collection<Agency> agencies = agencies().values();
        return index.ask(session -> beginnings.stream()
                .distinct()
                .map(beginning -> new Completion(beginning, language, index.lexicon()))
                .flatMap(completion -> completion.suggest(session, events, agencies, limit).stream())
                .distinct()
                .limit(limit)
                .toList());
    }

    private static String start(String word) {
        return word.substring(0, Math.min(BEGINNING, word.length()));
    }

    private Map<JourneyId, Completion.Named> events() {
        Map<JourneyId, Completion.Named> events = new LinkedHashMap<>();
        journeys.page(null, null, 0, EVENTS).items().forEach(published -> {
            boolean life = published.journey().kind() == Journey.Kind.LIFE_EVENT;
            events.put(
                    published.id(),
                    new Completion.Named(published.journey().name(), life ? Kind.LIFE_EVENT : Kind.BUSINESS_EVENT));
        });
        return events;
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
