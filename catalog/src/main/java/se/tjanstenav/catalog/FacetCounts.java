package se.tjanstenav.catalog;

import java.util.List;

/**
 * How many services of a selection have which value of a facet.
 *
 * @param values the most frequent first, then in order of value
 * @param complete whether these are all the values there are
 */
public record FacetCounts(Facet facet, List<Count> values, boolean complete) {

    /** How many values are told at most. */
    public static final int MOST = 100;

    public FacetCounts {
        values = List.copyOf(values);
    }

    /** One value and its number of services. */
    public record Count(String value, long services) {}
}
