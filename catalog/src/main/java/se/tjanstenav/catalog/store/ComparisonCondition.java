package se.tjanstenav.catalog.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.tjanstenav.catalog.Areas;
import se.tjanstenav.catalog.Comparisons;
import se.tjanstenav.catalog.Comparisons.Selection;
import se.tjanstenav.catalog.Facet;
import se.tjanstenav.catalog.model.Service;

/**
 * What a selection of entries asks of the table.
 *
 * @param sql a where clause, made of constants alone
 * @param parameters the values, by the names in the clause
 */
record ComparisonCondition(String sql, Map<String, Object> parameters) {

    private static final String AREA = "area";

    /** @param what {@link ComparedEntry#TIME} or {@link ComparedEntry#COMMITMENT} */
    static ComparisonCondition of(String what, Selection selection) {
        StringBuilder sql = new StringBuilder(" where c.what = :what");
        Map<String, Object> parameters = new HashMap<>(Map.of("what", what));
        Map<String, Set<String>> columns = Map.of(
                "authority", selection.agencies(),
                "kind", selection.kinds(),
                "finding", selection.findings(),
                "concept", selection.concepts());
        columns.forEach((column, values) -> {
            if (!values.isEmpty()) {
                sql.append(" and c.%1$s in (:%1$s)".formatted(column));
                parameters.put(column, new TreeSet<>(values));
            }
        });
        for (Facet facet : Comparisons.SUBJECTS) {
            Set<String> values = selection.subjects().getOrDefault(facet, Set.of());
            if (!values.isEmpty()) {
                about(sql, facet.code());
                parameters.put(
                        facet.code(),
                        values.stream()
                                .map(value -> subject(facet.code(), value))
                                .toList());
            }
        }
        String municipality = selection.municipality();
        if (municipality != null) {
            about(sql, AREA);
            parameters.put(
                    AREA,
                    Areas.around(municipality).stream()
                            .map(area -> subject(AREA, area))
                            .toList());
        }
        return new ComparisonCondition(sql.toString(), parameters);
    }

    private static void about(StringBuilder sql, String parameter) {
        sql.append(
                " and c.service in (select service from service_subject where subject in (:%s))".formatted(parameter));
    }

    /** All subjects of a service, each once. */
    static Set<String> subjects(Service service) {
        Set<String> subjects = new TreeSet<>();
        for (Facet facet : Comparisons.SUBJECTS) {
            facet.of(service).forEach(value -> subjects.add(subject(facet.code(), value)));
        }
        Areas.of(service.description().coverage()).forEach(area -> subjects.add(subject(AREA, area)));
        return subjects;
    }

    private static String subject(String kind, String value) {
        return kind + "/" + value;
    }
}
