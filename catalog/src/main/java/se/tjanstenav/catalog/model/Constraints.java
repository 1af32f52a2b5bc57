package se.tjanstenav.catalog.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that model records share; every message names the field, the rule and the offending size or value. */
final class Constraints {

    private static final int SHOWN = 80;
    private static final int DIGITS = 15;
    private static final int DECIMALS = 30;

    private Constraints() {}

    static String text(String value, String field, int maxLength) {
        String stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(field + " is blank; leave it out or give it a text");
        }
        if (stripped.length() > maxLength) {
            throw new IllegalArgumentException(
                    "%s has %d characters; at most %d are allowed".formatted(field, stripped.length(), maxLength));
        }
        return stripped;
    }

    static @Nullable String optionalText(@Nullable String value, String field, int maxLength) {
        return value == null || value.isBlank() ? null : text(value, field, maxLength);
    }

    static String matching(String value, String field, Pattern pattern, String rule) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("%s must be %s, but is '%s'".formatted(field, rule, excerpt(value)));
        }
        return value;
    }

    /** The number without needless decimals, so that 7 and 7.0 are the same; no bigger than anything that is counted. */
    static BigDecimal number(BigDecimal value, String field) {
        BigDecimal plain = value.stripTrailingZeros();
        if ((long) plain.precision() - plain.scale() > DIGITS || plain.scale() > DECIMALS) {
            throw new IllegalArgumentException(
                    "%s may have at most %d digits and %d decimals".formatted(field, DIGITS, DECIMALS));
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static @Nullable BigDecimal optionalNumber(@Nullable BigDecimal value, String field) {
        return value == null ? null : number(value, field);
    }

    static <T> List<T> list(@Nullable Collection<T> values, String field, int maxSize) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > maxSize) {
            throw new IllegalArgumentException(
                    "%s has %d entries; at most %d are allowed".formatted(field, values.size(), maxSize));
        }
        return List.copyOf(values);
    }

    /** The values without repetition, in their natural order. */
    static <T extends Comparable<T>> Set<T> sorted(@Nullable Set<T> values, String field, int maxSize) {
        return Collections.unmodifiableSet(new TreeSet<>(list(values, field, maxSize)));
    }

    /** Languages by BCP 47; their form is checked where they come in, since older bodies hold what was let in then. */
    static List<String> languages(@Nullable List<String> languages) {
        return list(languages, "languages", 50);
    }

    private static String excerpt(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
