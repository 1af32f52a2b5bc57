package se.tjanstenav.routes.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.FacetCounts;
import se.tjanstenav.catalog.model.Agency;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * How many services there are for each value of a parameter, if that parameter is chosen anew and the others stay.
 *
 * @param parameter the parameter that takes these values
 * @param values the most frequent first
 * @param complete whether there are no others
 */
record FacetDetail(String parameter, List<Value> values, boolean complete) {

    static List<FacetDetail> list(List<FacetCounts> counts, Map<AgencyId, Agency> agencies, Languages languages) {
        return counts.stream().map(facet -> of(facet, agencies, languages)).toList();
    }

    private static FacetDetail of(FacetCounts counts, Map<AgencyId, Agency> agencies, Languages languages) {
        List<Value> values = counts.values().stream()
                .map(count -> new Value(
                        count.value(),
                        counts.facet() == Facet.AGENCY
                                ? name(agencies.get(new AgencyId(count.value())), languages)
                                : null,
                        count.services()))
                .toList();
        return new FacetDetail(counts.facet().code(), values, counts.complete());
    }

    private static @Nullable String name(@Nullable Agency agency, Languages languages) {
        return agency == null ? null : AgencyReference.of(agency, languages).name();
    }

    /**
     * One value.
     *
     * @param label what the value is called, where it has a name
     */
    record Value(String value, @Nullable String label, long count) {}
}
