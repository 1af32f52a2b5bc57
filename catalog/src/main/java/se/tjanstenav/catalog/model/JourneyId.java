package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * The public identifier of a journey, made of its agency and that agency's own code as a {@link ServiceId} is: the same in
 * every installation, and neither sequential nor a key of a database.
 *
 * @param value such as {@code tillvaxtverket-7q2mzk4vhadt}: lower-case letters, digits and hyphens
 */
public record JourneyId(@JsonValue String value) {

    @JsonCreator
    public JourneyId {
        value = new ServiceId(value).value();
    }

    public static JourneyId of(ServiceKey key) {
        return new JourneyId(ServiceId.of(key).value());
    }

    /** The id that a caller wrote, or nothing where it cannot be one. */
    public static Optional<JourneyId> parse(String text) {
        return ServiceId.parse(text).map(id -> new JourneyId(id.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
