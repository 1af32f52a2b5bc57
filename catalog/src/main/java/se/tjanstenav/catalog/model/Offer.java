package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service is offered at present; absence is information too.
 *
 * @param why the reason, required when it is not offered
 */
public record Offer(State state, @Nullable LocalizedText why) {

    public static final Offer UNKNOWN = new Offer(State.UNKNOWN, null);

    public Offer {
        if (state == State.NO && why == null) {
            throw new IllegalArgumentException("A service that is not offered must say why");
        }
    }

    /** Offered, not offered, or the source does not say. */
    public enum State {
        @JsonProperty("yes")
        YES,
        @JsonProperty("no")
        NO,
        @JsonProperty("unknown")
        UNKNOWN
    }
}
