package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import se.tjanstenav.catalog.ComparableLength;
import se.tjanstenav.catalog.ComparableLength.Assumption;

/**
 * A length of time in working days, by which it is compared with others; of an interval its upper end.
 *
 * @param converted whether the agency counts in another unit
 * @param assumptions what had to be assumed to convert it; empty where nothing was
 */
record ComparableDetail(BigDecimal workingDays, boolean converted, Set<Assumption> assumptions) {

    static ComparableDetail of(ComparableLength length) {
        return new ComparableDetail(length.value(), length.converted(), new TreeSet<>(length.assumptions()));
    }
}
