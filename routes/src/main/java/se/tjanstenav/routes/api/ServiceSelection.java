package se.tjanstenav.routes.api;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.ServiceFilter;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.routes.http.QueryParameters;

/** Which services a request speaks of: words and filters, as {@link Selecting} describes them. */
record ServiceSelection(@Nullable String words, ServiceFilter filter) {

    private static final int LONGEST_TIME = 100_000;

    /** @param catalogue knows the agencies that there are */
    static ServiceSelection read(QueryParameters parameters, Catalogue catalogue) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(facet, values(parameters, facet, catalogue));
        }
        return new ServiceSelection(
                parameters.text("q").orElse(null),
                new ServiceFilter(
                        chosen,
                        municipality(parameters),
                        parameters.amount("maxWorkingDays", LONGEST_TIME).orElse(null),
                        parameters.instant("changedSince").orElse(null)));
    }

    private static Set<String> values(QueryParameters parameters, Facet facet, Catalogue catalogue) {
        if (facet == Facet.AGENCY) {
            return parameters.several(facet.code(), agencies(catalogue));
        }
        return facet.known().isEmpty()
                ? parameters.several(facet.code())
                : parameters.several(facet.code(), facet.known());
    }

    /** The ids that {@code agency} may have. */
    static List<String> agencies(Catalogue catalogue) {
        return catalogue.agencies().keySet().stream()
                .map(AgencyId::value)
                .sorted()
                .toList();
    }

    static @Nullable String municipality(QueryParameters parameters) {
        return parameters
                .readable(
                        "municipality", Areas::isMunicipality, "the four digits of a municipality (SCB), such as 0180")
                .orElse(null);
    }
}
