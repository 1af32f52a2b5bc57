package se.tjanstenav.catalog;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.AgencyId;
import se.tjanstenav.catalog.model.JourneyId;
import se.tjanstenav.catalog.model.ServiceId;

/**
 * What somebody who is typing may be about to write.
 *
 * @param service the one service of that name; null otherwise
 * @param agency the agency of that name; null otherwise
 * @param journey the life event or business event of that name; null otherwise
 */
public record Suggestion(
        String text,
        Kind kind,
        @Nullable ServiceId service,
        @Nullable AgencyId agency,
        @Nullable JourneyId journey) {

    /** In the order in which equally good ones are told. */
    public enum Kind {
        LIFE_EVENT("lifeEvent"),
        BUSINESS_EVENT("businessEvent"),
        SERVICE("service"),
        KEYWORD("keyword"),
        AGENCY("agency");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
