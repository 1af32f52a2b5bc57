package se.tjanstenav.catalog.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What identifies a Swedish organisation, authorities included (organisationsnummer, lag (1974:174)); CPSV-AP {@code
 * dct:identifier} of a {@code cv:PublicOrganisation}.
 *
 * @param value ten digits with a hyphen before the last four, such as {@code 202100-5448}; the third is at least 2, which
 *     tells it from a personal identity number, and the last is the check digit (SKV 709)
 */
public record OrganisationNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("\\d{2}[2-9]\\d{3}-\\d{4}");

    @JsonCreator
    public OrganisationNumber {
        Constraints.matching(value, "organisation number", FORM, "NNNNNN-NNNN, the third digit 2 or more");
        if (!checks(value)) {
            throw new IllegalArgumentException(
                    "organisation number '%s' has a wrong check digit; a digit is mistyped".formatted(value));
        }
    }

    /** The Luhn sum of all ten digits, every second one doubled from the first on, ends in 0. */
    private static boolean checks(String value) {
        String digits = value.replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int times = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += times / 10 + times % 10;
        }
        return sum % 10 == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
