package se.tjanstenav.routes.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import se.tjanstenav.catalog.Catalogue;
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Comparisons.Selection;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.model.Codes;
import se.tjanstenav.routes.http.PageQuery;
import se.tjanstenav.routes.http.QueryParameters;

/**
 * What a request compares, and in which language.
 *
 * @param page which part of the list; null where the whole is wanted
 */
record ComparisonSelection(Selection selection, @Nullable PageQuery page, Languages languages) {

    /**
     * The two parameters in which times and commitments differ.
     *
     * @param kind name of the parameter for the kind, and its closed set
     * @param finding name of the parameter for the finding, and its closed set
     */
    record Terms(String kind, Class<? extends Enum<?>> kinds, String finding, Class<? extends Enum<?>> findings) {}

    static ComparisonSelection page(
            MultiValueMap<String, String> sent, @Nullable String acceptLanguage, Terms terms, Catalogue catalogue) {
        return read(sent, acceptLanguage, terms, catalogue, PageQuery::readOrCount);
    }

    static ComparisonSelection whole(
            MultiValueMap<String, String> sent, @Nullable String acceptLanguage, Terms terms, Catalogue catalogue) {
        return read(sent, acceptLanguage, terms, catalogue, parameters -> {
            Exports.refuseParts(parameters);
            return null;
        });
    }

    private static ComparisonSelection read(
            MultiValueMap<String, String> sent,
            @Nullable String acceptLanguage,
            Terms terms,
            Catalogue catalogue,
            Function<QueryParameters, @Nullable PageQuery> part) {
        QueryParameters parameters = new QueryParameters(sent);
        Map<Facet, Set<String>> subjects = new HashMap<>();
        Comparisons.SUBJECTS.forEach(facet -> subjects.put(facet, parameters.several(facet.code())));
        Selection selection = new Selection(
                parameters.several("agency", ServiceSelection.agencies(catalogue)),
                parameters.several(terms.kind(), codes(terms.kinds())),
                parameters.several(terms.finding(), codes(terms.findings())),
                parameters.several("concept"),
                subjects,
                ServiceSelection.municipality(parameters));
        PageQuery page = part.apply(parameters);
        Languages languages = Languages.of(parameters.oneOf("language", Languages.SUPPORTED), acceptLanguage);
        parameters.check();
        return new ComparisonSelection(selection, page, languages);
    }

    private static Set<String> codes(Class<? extends Enum<?>> type) {
        return Set.of(type.getEnumConstants()).stream().map(Codes::of).collect(Collectors.toSet());
    }
}
