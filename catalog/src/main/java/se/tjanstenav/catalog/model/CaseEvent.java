package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The moment at which a clock starts or stops, such as {@code applicationAndPaymentReceived} or
 * {@code decisionOrRequestForCompletion}. Agencies define these differently, so two times are comparable only where
 * both events are equal.
 *
 * @param code camelCase letters and digits, at most 80 characters
 */
public record CaseEvent(@JsonValue String code) {

    private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");

    @JsonCreator
    public CaseEvent {
        Constraints.matching(code, "case event", FORM, "a camelCase code such as 'completeApplicationReceived'");
    }
}
