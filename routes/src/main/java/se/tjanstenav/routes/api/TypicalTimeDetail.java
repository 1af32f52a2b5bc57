package se.tjanstenav.routes.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.TypicalTime;
import se.tjanstenav.catalog.model.ProcessingTime;
import se.tjanstenav.catalog.model.TimeUnit;

/**
 * The one time by which a service is filtered and ordered: of those that tell what to expect, the longest.
 *
 * @param value in {@code unit}, as the agency tells it; the lower end where {@code statistic} is {@code interval}
 * @param upTo the upper end of an interval
 * @param comparable the same in working days
 */
record TypicalTimeDetail(
        ProcessingTime.Kind kind,
        ProcessingTime.Statistic statistic,
        BigDecimal value,
        @Nullable BigDecimal upTo,
        TimeUnit unit,
        String startEvent,
        String endEvent,
        @Nullable LocalDate asOf,
        ComparableDetail comparable) {

    static TypicalTimeDetail of(TypicalTime typical) {
        ProcessingTime time = typical.time();
        return new TypicalTimeDetail(
                time.kind(),
                time.statistic(),
                time.value(),
                time.upTo(),
                time.unit(),
                time.startEvent().code(),
                time.endEvent().code(),
                time.asOf(),
                ComparableDetail.of(typical.length()));
    }
}
