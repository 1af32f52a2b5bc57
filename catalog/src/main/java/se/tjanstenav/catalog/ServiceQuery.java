package se.tjanstenav.catalog;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;

/**
 * A selection of services.
 *
 * @param text words in the citizen's language; null or blank selects all, ordered by name
 * @param agency only services this agency answers for
 * @param language the language whose names order the answer and whose words count most, {@code sv} or {@code en}
 * @param offset how many matches to pass over, at least 0
 * @param limit how many to return, at least 0
 */
public record ServiceQuery(@Nullable String text, @Nullable AgencyId agency, String language, int offset, int limit) {

    public ServiceQuery {
        text = text == null || text.isBlank() ? null : text.strip();
        if (offset < 0 || limit < 0) {
            throw new IllegalArgumentException("offset and limit cannot be negative: " + offset + ", " + limit);
        }
    }
}
