package se.tjanstenav.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What services must be like, beside the words that are looked for. All of it must hold; of several values of one facet any
 * one will do.
 *
 * @param chosen the values that will do, by facet; a value of a closed set must be one of it
 * @param municipality code of a municipality (SCB) in which the service must apply, as {@link Areas#around} has it
 * @param maxWorkingDays how long the {@link TypicalTime} may be at most; services without one do not match
 * @param changedSince when the service must have changed in the catalogue at the earliest
 */
public record ServiceFilter(
        Map<Facet, Set<String>> chosen,
        @Nullable String municipality,
        @Nullable BigDecimal maxWorkingDays,
        @Nullable Instant changedSince) {

    /** Lets every service pass. */
    public static final ServiceFilter ALL = new ServiceFilter(Map.of(), null, null, null);

    /** How many values of one facet can be chosen. */
    public static final int MOST_VALUES = 50;

    public ServiceFilter {
        EnumMap<Facet, Set<String>> checked = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            check(facet, values);
            if (!values.isEmpty()) {
                checked.put(facet, Collections.unmodifiableSet(new TreeSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(checked);
        if (municipality != null && !Areas.isMunicipality(municipality)) {
            throw new IllegalArgumentException("A municipality's code has four digits, but is '" + municipality + "'");
        }
        if (maxWorkingDays != null && maxWorkingDays.signum() < 0) {
            throw new IllegalArgumentException("Working days cannot be negative, but are " + maxWorkingDays);
        }
    }

    private static void check(Facet facet, Set<String> values) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "%s has %d values; at most %d are allowed".formatted(facet.code(), values.size(), MOST_VALUES));
        }
        if (!facet.known().isEmpty() && !facet.known().containsAll(values)) {
            throw new IllegalArgumentException(
                    "%s is one of %s, but is %s".formatted(facet.code(), facet.known(), values));
        }
    }

    /** The same, whatever the value of the facet. */
    public ServiceFilter without(Facet facet) {
        EnumMap<Facet, Set<String>> others = new EnumMap<>(Facet.class);
        others.putAll(chosen);
        others.remove(facet);
        return new ServiceFilter(others, municipality, maxWorkingDays, changedSince);
    }
}
