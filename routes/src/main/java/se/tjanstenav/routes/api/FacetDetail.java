package se.tjanstenav.routes.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.FacetCounts;

/**
 * How many services there are for each value of a parameter, if that parameter is chosen anew and the others stay.
 *
 * @param parameter the parameter that takes these values
 * @param values the most frequent first
 * @param complete whether there are no others
 */
record FacetDetail(String parameter, List<Value> values, boolean complete) {

    /** @param labels what values are called that have a name */
    static FacetDetail of(FacetCounts counts, Map<String, String> labels) {
        List<Value> values = counts.values().stream()
                .map(count -> new Value(count.value(), labels.get(count.value()), count.services()))
                .toList();
        return new FacetDetail(counts.facet().code(), values, counts.complete());
    }

    /**
     * One value.
     *
     * @param label what the value is called in the reader's language, or in what there is; absent where it has no name
     */
    record Value(
            String value,

            @Schema(
                    description = "Vad värdet heter på läsarens språk, om det har ett namn"
                            + " · What the value is called in the reader's language, where it has a name")
            @Nullable
            String label,

            long count) {}
}
