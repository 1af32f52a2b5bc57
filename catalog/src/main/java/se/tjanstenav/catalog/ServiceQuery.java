package se.tjanstenav.catalog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A selection of services, and which part of it to tell how.
 *
 * @param text words in the citizen's language; null or blank selects all
 * @param order of the answer
 * @param facets what to count the selection by
 * @param language the language whose names order the answer and whose words count most, {@code sv} or {@code en}
 * @param offset how many matches to pass over, at least 0
 * @param limit how many to return, at least 0
 */
public record ServiceQuery(
        @Nullable String text,
        ServiceFilter filter,
        ServiceOrder order,
        Set<Facet> facets,
        String language,
        int offset,
        int limit) {

    public ServiceQuery {
        text = text == null || text.isBlank() ? null : text.strip();
        facets = Set.copyOf(facets);
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset and limit cannot be negative: " + offset + ", " + limit);
        }
    }

    /** The best matches first, without counts. */
    public ServiceQuery(@Nullable String text, ServiceFilter filter, String language, int offset, int limit) {
        this(text, filter, ServiceOrder.RELEVANCE, Set.of(), language, offset, limit);
    }
}
