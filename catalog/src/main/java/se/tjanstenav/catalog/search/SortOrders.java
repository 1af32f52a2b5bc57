package se.tjanstenav.catalog.search;

import org.hibernate.search.engine.search.sort.dsl.SearchSortFactory;
import org.hibernate.search.engine.search.sort.dsl.SortFinalStep;
import se.tjanstenav.catalog.ServiceQuery;

/** Puts services in order. The key of the name, which ends with the id, decides last, so that pages never overlap. */
final class SortOrders {

    private SortOrders() {}

    static SortFinalStep sort(SearchSortFactory f, ServiceQuery query, SearchLanguage language) {
        SortFinalStep byName = f.field(language.field(IndexedFields.SORT));
        return switch (query.order()) {
            case RELEVANCE -> query.text() == null ? byName : then(f, f.score(), byName);
            case PROCESSING_TIME ->
                then(f, f.field(IndexedFields.WORKING_DAYS).asc().missing().last(), byName);
            case CHANGED -> then(f, f.field(IndexedFields.CHANGED_AT).desc(), byName);
            case NAME -> byName;
        };
    }

    private static SortFinalStep then(SearchSortFactory f, SortFinalStep first, SortFinalStep second) {
        return f.composite().add(first).add(second);
    }
}
