package se.tjanstenav.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.query.SearchResult;
import org.hibernate.search.mapper.pojo.standalone.session.SearchSession;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.ServiceQuery;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * Turns a citizen's words into a query. The words are analysed as text and never parsed, so no character in them is
 * special.
 */
final class ServiceSearch {

    /** A longer question says nothing more, and costs more. */
    private static final int CHARACTERS = 300;

    /** Nobody turns so many pages, and OpenSearch wants to know how deep it may have to go. */
    static final int DEEPEST = 1_000_000;

    private ServiceSearch() {}

    static long count(SearchSession session) {
        return session.search(IndexedService.class)
                .where(ServiceSearch::present)
                .fetchTotalHitCount();
    }

    static Found run(SearchSession session, ServiceQuery query) {
        SearchLanguage language = SearchLanguage.of(query.language());
        int offset = Math.min(query.offset(), DEEPEST);
        FacetSearch facets = new FacetSearch(session, query, language);
        SearchResult<String> result = facets.alongside(session.search(IndexedService.class)
                        .select(f -> f.id(String.class))
                        .where(f -> selected(f, query.text(), query.filter(), language))
                        .sort(f -> SortOrders.sort(f, query, language)))
                .fetch(offset, Math.min(query.limit(), DEEPEST - offset));
        List<ServiceId> ids = result.hits().stream().map(ServiceId::new).toList();
        return new Found(ids, result.total().hitCount(), facets.counts(result));
    }

    /** Costs the same wherever in the selection it begins, and leaves nothing open for the next part. */
    static List<ServiceId> after(
            SearchSession session, @Nullable String text, ServiceFilter filter, @Nullable ServiceId id, int limit) {
        return session
                .search(IndexedService.class)
                .select(f -> f.id(String.class))
                .where(f -> {
                    var following = f.bool().must(selected(f, text, filter, SearchLanguage.SV));
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

    /** What the words and the filter leave, weighed by the words. */
    static PredicateFinalStep selected(
            SearchPredicateFactory f, @Nullable String text, ServiceFilter filter, SearchLanguage language) {
        var all = f.bool();
        all.must(present(f));
        FilterPredicates.of(f, filter).forEach(all::filter);
        if (text != null) {
            String asked = text.substring(0, Math.min(CHARACTERS, text.length()));
            all.filter(anyLanguage(f, asked)).should(weighed(f, asked, language));
        }
        return all;
    }

    /** A removed service may leave an empty document behind. */
    private static PredicateFinalStep present(SearchPredicateFactory f) {
        return f.exists().field(IndexedFields.AUTHORITY);
    }

    /** Up to two words must all occur, of more a quarter may be missing; in whichever one language. */
    private static PredicateFinalStep anyLanguage(SearchPredicateFactory f, String text) {
        return any(f, Arrays.stream(SearchLanguage.values()).map(language -> f.match()
                .field(language.field(IndexedFields.WORDS))
                .matching(text)
                .minimumShouldMatch(words -> words.ifMoreThan(2).thenRequirePercent(75))
                .toPredicate()));
    }

    private static PredicateFinalStep weighed(SearchPredicateFactory f, String text, SearchLanguage preferred) {
        return any(
                f,
                Arrays.stream(SearchLanguage.values())
                        .flatMap(language -> weighed(f, text, language, language == preferred ? 2 : 1)));
    }

    private static Stream<SearchPredicate> weighed(
            SearchPredicateFactory f, String text, SearchLanguage language, float weight) {
        return Stream.of(
                phrase(f, language, IndexedFields.NAME, text, 8 * weight),
                phrase(f, language, IndexedFields.KEYWORDS, text, 8 * weight),
                match(f, language, IndexedFields.NAME, text, 8 * weight),
                match(f, language, IndexedFields.KEYWORDS, text, 5 * weight),
                match(f, language, IndexedFields.SUMMARY, text, 2 * weight),
                match(f, language, IndexedFields.DESCRIPTION, text, weight));
    }

    private static PredicateFinalStep any(SearchPredicateFactory f, Stream<SearchPredicate> predicates) {
        var any = f.bool();
        predicates.forEach(any::should);
        return any;
    }

    private static SearchPredicate match(
            SearchPredicateFactory f, SearchLanguage language, String kind, String text, float boost) {
        return f.match().field(language.field(kind)).matching(text).boost(boost).toPredicate();
    }

    /** A keyword of several words says what a service is about; its words scattered over a text do not. */
    private static SearchPredicate phrase(
            SearchPredicateFactory f, SearchLanguage language, String kind, String text, float boost) {
        return f.phrase()
                .field(language.field(kind))
                .matching(text)
                .boost(boost)
                .toPredicate();
    }
}
