package se.tjanstenav.catalog.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.ServiceFilter;

/** What a {@link ServiceFilter} asks of the index; services must answer to each predicate. */
final class FilterPredicates {

    private FilterPredicates() {}

    static List<SearchPredicate> of(SearchPredicateFactory f, ServiceFilter filter) {
        List<SearchPredicate> all = new ArrayList<>();
        filter.chosen()
                .forEach((facet, values) -> all.add(
                        f.terms().field(facet.code()).matchingAny(values).toPredicate()));
        String municipality = filter.municipality();
        if (municipality != null) {
            all.add(f.terms()
                    .field(IndexedFields.AREA)
                    .matchingAny(Areas.around(municipality))
                    .toPredicate());
        }
        BigDecimal most = filter.maxWorkingDays();
        if (most != null) {
            all.add(f.range()
                    .field(IndexedFields.WORKING_DAYS)
                    .atMost(most.doubleValue())
                    .toPredicate());
        }
        Instant since = filter.changedSince();
        if (since != null) {
            all.add(f.range()
                    .field(IndexedFields.CHANGED_AT)
                    .atLeast(since.toEpochMilli())
                    .toPredicate());
        }
        return all;
    }
}
