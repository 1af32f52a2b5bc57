package se.tjanstenav.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServiceQuery;

/**
 * Counts a selection by facets. A facet of which nothing is chosen is counted along with the search itself; one of which
 * something is chosen needs a search of its own without that choice.
 */
final class FacetSearch {

    private final SearchSession session;
    private final ServiceQuery query;
    private final @Nullable TextPredicate words;

    FacetSearch(SearchSession session, ServiceQuery query, @Nullable TextPredicate words) {
        this.session = session;
        this.query = query;
        this.words = words;
    }

    /** The search, with what can be counted along. */
    SearchQueryOptionsStep<?, ?, String, ?, ?, ?> alongside(SearchQueryOptionsStep<?, ?, String, ?, ?, ?> search) {
        SearchQueryOptionsStep<?, ?, String, ?, ?, ?> counting = search;
        for (Facet facet : query.facets()) {
            if (!chosen(facet)) {
                counting = counting(counting, facet);
            }
        }
        return counting;
    }

    /** What was counted along, and what is counted apart. */
    List<FacetCounts> counts(SearchResult<?> result) {
        List<FacetCounts> counts = new ArrayList<>();
        query.facets().stream()
                .sorted()
                .forEach(facet -> counts.add(counts(facet, chosen(facet) ? apart(facet) : result)));
        return counts;
    }

    private boolean chosen(Facet facet) {
        return query.filter().chosen().containsKey(facet);
    }

    private SearchResult<?> apart(Facet facet) {
        ServiceFilter others = query.filter().without(facet);
        return counting(
                        session.search(IndexedService.class)
                                .select(f -> f.id(String.class))
                                .where(f -> ServiceSearch.selected(f, words, others)),
                        facet)
                .fetch(0);
    }

    private static SearchQueryOptionsStep<?, ?, String, ?, ?, ?> counting(
            SearchQueryOptionsStep<?, ?, String, ?, ?, ?> search, Facet facet) {
        return search.aggregation(key(facet), f -> f.terms()
                .field(facet.code(), String.class)
                .orderByCountDescending()
                .maxTermCount(FacetCounts.MOST + 1));
    }

    private static FacetCounts counts(Facet facet, SearchResult<?> result) {
        List<FacetCounts.Count> counts = result.aggregation(key(facet)).entrySet().stream()
                .map(entry -> new FacetCounts.Count(entry.getKey(), entry.getValue()))
                .toList();
        return new FacetCounts(
                facet, counts.subList(0, Math.min(FacetCounts.MOST, counts.size())), counts.size() <= FacetCounts.MOST);
    }

    private static AggregationKey<Map<String, Long>> key(Facet facet) {
        return AggregationKey.of(facet.code());
    }
}
