package se.tjanstenav.catalog.search;

import java.util.List;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.model.ServiceId;

/** Turns a selection into a search. What its words ask for is up to {@link TextPredicate}. */
final class ServiceSearch {

    /** Nobody turns so many pages, and OpenSearch wants to know how deep it may have to go. */
    static final int DEEPEST = 1_000_000;

    private ServiceSearch() {}

    static long count(SearchSession session) {
        return session.search(IndexedService.class)
                .where(ServiceSearch::present)
                .fetchTotalHitCount();
    }

    static Found run(SearchSession session, ServiceQuery query, @Nullable TextPredicate words) {
        SearchLanguage language = SearchLanguage.of(query.language());
        int offset = Math.min(query.offset(), DEEPEST);
        FacetSearch facets = new FacetSearch(session, query, words);
        SearchResult<String> result = facets.alongside(session.search(IndexedService.class)
                        .select(f -> f.id(String.class))
                        .where(f -> weighed(f, words, query.filter(), language))
                        .sort(f -> SortOrders.sort(f, query, language)))
                .fetch(offset, Math.min(query.limit(), DEEPEST - offset));
        List<ServiceId> ids = result.hits().stream().map(ServiceId::new).toList();
        return new Found(ids, result.total().hitCount(), facets.counts(result));
    }

    /** Costs the same wherever in the selection it begins, and leaves nothing open for the next part. */
    static List<ServiceId> after(
            SearchSession session,
            @Nullable TextPredicate words,
            ServiceFilter filter,
            @Nullable ServiceId id,
            int limit) {
        return session
                .search(IndexedService.class)
                .select(f -> f.id(String.class))
                .where(f -> {
                    var following = f.bool().must(selected(f, words, filter));
                    return id == null
                            ? following
                            : following.filter(f.range().field(IndexedFields.ID).greaterThan(id.value()));
                })
                .sort(f -> f.field(IndexedFields.ID))
                .fetchHits(limit)
                .stream()
                .map(ServiceId::new)
                .toList();
    }

    /** What the words and the filter leave. */
    static PredicateFinalStep selected(SearchPredicateFactory f, @Nullable TextPredicate words, ServiceFilter filter) {
        var all = filtered(f, filter);
        if (words != null) {
            all.filter(words.answering(f));
        }
        return all;
    }

    /** The same, weighed by the words. */
    private static PredicateFinalStep weighed(
            SearchPredicateFactory f, @Nullable TextPredicate words, ServiceFilter filter, SearchLanguage language) {
        var all = filtered(f, filter);
        if (words != null) {
            all.must(words.weighed(f, language));
        }
        return all;
    }

    private static BooleanPredicateClausesStep<?, ?> filtered(SearchPredicateFactory f, ServiceFilter filter) {
        var all = f.bool();
        all.filter(present(f));
        FilterPredicates.of(f, filter).forEach(all::filter);
        return all;
    }

    /** A removed service may leave an empty document behind. */
    private static PredicateFinalStep present(SearchPredicateFactory f) {
        return f.exists().field(IndexedFields.AUTHORITY);
    }
}
