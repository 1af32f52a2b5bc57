package se.tjanstenav.mocks.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Swedish personal identity numbers and coordination numbers in running text. Digits count as one only with a date that
 * exists (sixty days on for a coordination number) and a right check digit; an organisation's number has no such date.
 */
final class PersonalNumbers {

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<!\\d)(18|19|20)?(\\d{6})([-+\\u2010-\\u2015\\u2212]?)(\\d{4})(?!\\d)");
    private static final int COORDINATION = 60;
    // Nobody's: the date and the number are twelves, as in forms filled in for show; the last digits are right.
    private static final String[] PERSONAL = {"19", "121212", "1212"};
    private static final String[] COORDINATED = {"19", "121272", "1219"};

    private PersonalNumbers() {}

    /** The text with every such number replaced by an invented one of the same kind and form. */
    static String masked(String text) {
        Matcher matcher = CANDIDATE.matcher(text);
        return matcher.replaceAll(PersonalNumbers::replacement);
    }

    private static String replacement(MatchResult found) {
        String digits = found.group(2) + found.group(4);
        int day = Integer.parseInt(digits.substring(4, 6));
        boolean coordination = day > COORDINATION;
        if (!dateExists(found.group(1), digits, coordination ? day - COORDINATION : day)
                || !checkDigitIsRight(digits)) {
            return Matcher.quoteReplacement(found.group());
        }
        String[] invented = coordination ? COORDINATED : PERSONAL;
        return Matcher.quoteReplacement(
                (found.group(1) == null ? "" : invented[0]) + invented[1] + found.group(3) + invented[2]);
    }

    private static boolean dateExists(@Nullable String century, String digits, int day) {
        String[] centuries = century == null ? new String[] {"18", "19", "20"} : new String[] {century};
        for (String each : centuries) {
            try {
                LocalDate.of(
                        Integer.parseInt(each + digits.substring(0, 2)), Integer.parseInt(digits.substring(2, 4)), day);
                return true;
            } catch (DateTimeException e) {
                // Perhaps a leap day of another century.
                continue;
            }
        }
        return false;
    }

    static boolean checkDigitIsRight(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product > 9 ? product - 9 : product;
        }
        return sum % 10 == 0;
    }
}
