package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short public name of an agency, such as {@code skatteverket}; safe in a URL.
 *
 * @param value lower-case ASCII letters, digits and hyphens, at most 63 characters
 */
public record AgencyId(@JsonValue String value) implements Comparable<AgencyId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator
    public AgencyId {
        Constraints.matching(value, "agency id", FORM, "lower-case letters, digits and hyphens");
    }

    /** The id that a caller wrote, or nothing where it cannot be one. */
    public static Optional<AgencyId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AgencyId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
