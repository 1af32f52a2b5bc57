package se.tjanstenav.routes.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * Reads the query of a request and gathers all that is wrong with it, parameters nobody asked for included, before
 * answering once.
 */
public final class QueryParameters {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_TIME = "YYYY-MM-DDThh:mm:ss.123456789+01:00".length();
    private static final int MOST_VALUES = 50;
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final int DAY_LENGTH = "YYYY-MM-DD".length();

    private final MultiValueMap<String, String> sent;
    private final Set<String> known = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final List<RequestFault> faults = new ArrayList<>();

    public QueryParameters(MultiValueMap<String, String> sent) {
        this.sent = sent;
    }

    /** A whole number within bounds, both included. */
    public int number(String name, int otherwise, int least, int most) {
        Optional<String> value = single(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, together with what is allowed
        }
        fault(name, "'%s' is not a whole number from %d to %d".formatted(Excerpt.of(value.get()), least, most));
        return otherwise;
    }

    /** A text of at most 200 characters. */
    public Optional<String> text(String name) {
        return single(name).filter(value -> {
            boolean fits = value.codePointCount(0, value.length()) <= LONGEST_TEXT;
            if (!fits) {
                fault(name, "longer than %d characters".formatted(LONGEST_TEXT));
            }
            return fits;
        });
    }

    /**
     * A text of a form that only its reader knows.
     *
     * @param form what is allowed, to follow “is not”
     */
    public Optional<String> readable(String name, Predicate<String> fits, String form) {
        return single(name).filter(value -> {
            boolean readable = fits.test(value);
            if (!readable) {
                fault(name, "'%s' is not %s".formatted(Excerpt.of(value), form));
            }
            return readable;
        });
    }

    /** One of the allowed values. */
    public Optional<String> oneOf(String name, Collection<String> allowed) {
        return single(name).filter(value -> {
            boolean fits = allowed.contains(value);
            if (!fits) {
                fault(name, "'%s' is not one of %s".formatted(Excerpt.of(value), String.join(", ", allowed)));
            }
            return fits;
        });
    }

    /** Some of the allowed values, separated by commas. */
    public Set<String> several(String name, Collection<String> allowed) {
        Set<String> values = several(name);
        List<String> others =
                values.stream().filter(value -> !allowed.contains(value)).toList();
        others.forEach(
                value -> fault(name, "'%s' is not one of %s".formatted(Excerpt.of(value), String.join(", ", allowed))));
        return others.isEmpty() ? values : Set.of();
    }

    /** At most 50 values of at most 200 characters, separated by commas. */
    public Set<String> several(String name) {
        Optional<String> sent = single(name);
        if (sent.isEmpty()) {
            return Set.of();
        }
        List<String> values = List.of(sent.get().split(",", -1));
        if (values.size() > MOST_VALUES) {
            fault(name, "%d values; at most %d are allowed".formatted(values.size(), MOST_VALUES));
            return Set.of();
        }
        if (!values.stream().allMatch(QueryParameters::isValue)) {
            fault(
                    name,
                    "each value has 1 to %d printable characters; separate values by one comma"
                            .formatted(LONGEST_TEXT));
            return Set.of();
        }
        return new TreeSet<>(values);
    }

    private static boolean isValue(String value) {
        return !value.isBlank()
                && value.length() <= LONGEST_TEXT
                && value.chars().noneMatch(Character::isISOControl);
    }

    /** A number from 0, with decimals or without. */
    public Optional<BigDecimal> amount(String name, int most) {
        return single(name).flatMap(value -> {
            if (AMOUNT.matcher(value).matches()) {
                BigDecimal amount = new BigDecimal(value);
                if (amount.compareTo(BigDecimal.valueOf(most)) <= 0) {
                    return Optional.of(amount);
                }
            }
            fault(name, "'%s' is not a number from 0 to %d, such as 10 or 2.5".formatted(Excerpt.of(value), most));
            return Optional.empty();
        });
    }

    /** A point in time by RFC 3339, in any zone. */
    public Optional<Instant> instant(String name) {
        return single(name).flatMap(value -> {
            try {
                if (!value.startsWith("+") && !value.startsWith("-") && value.length() <= LONGEST_TIME) {
                    return Optional.of(OffsetDateTime.parse(value).toInstant());
                }
            } catch (DateTimeException notAnInstant) {
                // told below, together with what is allowed
            }
            fault(
                    name,
                    "'%s' is not a time such as 2026-04-30T12:00:00Z (RFC 3339); write + as %%2B"
                            .formatted(Excerpt.of(value)));
            return Optional.empty();
        });
    }

    /** A parameter that has no meaning here although it has one elsewhere. */
    public void refuse(String name, String why) {
        refused.add(name);
        if (sent.containsKey(name)) {
            fault(name, why);
        }
    }

    /** A day, {@code YYYY-MM-DD}. */
    public Optional<LocalDate> day(String name) {
        return single(name).flatMap(value -> {
            try {
                if (value.length() == DAY_LENGTH) {
                    return Optional.of(LocalDate.parse(value));
                }
            } catch (DateTimeParseException notADay) {
                // told below, together with what is allowed
            }
            fault(name, "'%s' is not a day such as 2026-04-30".formatted(Excerpt.of(value)));
            return Optional.empty();
        });
    }

    /** A value that must be there. */
    public <T> Optional<T> required(String name, Optional<T> value) {
        if (!sent.containsKey(name)) {
            fault(name, "missing");
        }
        return value;
    }

    /**
     * To be called once every parameter has been read.
     *
     * @throws InvalidRequestException if anything was wrong
     */
    public void check() {
        sent.keySet().stream()
                .filter(name -> !known.contains(name) && !refused.contains(name))
                .forEach(name -> fault(name, "not known here. Allowed: " + String.join(", ", known)));
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
    }

    private Optional<String> single(String name) {
        known.add(name);
        List<String> values = sent.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "given %d times; once is allowed".formatted(values.size()));
        }
        return values.stream().findFirst();
    }

    private void fault(String name, String detail) {
        String pointer = "/query/" + Excerpt.of(name).replace("~", "~0").replace("/", "~1");
        faults.add(new RequestFault(pointer, "Parameter '%s': %s".formatted(Excerpt.of(name), detail)));
    }
}
