package se.tjanstenav.catalog.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rule of when a channel is open (schema.org {@code OpeningHoursSpecification}), in the time zone of Sweden.
 *
 * @param days the weekdays it holds for
 * @param opens local time
 * @param closes local time, after {@code opens}
 * @param validFrom first day it holds, for seasonal hours
 * @param validThrough last day it holds
 */
public record OpeningHours(
        Set<DayOfWeek> days,
        LocalTime opens,
        LocalTime closes,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validThrough) {

    public OpeningHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Opening hours need at least one weekday");
        }
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException(
                    "Opening hours must close after they open, but are " + opens + "–" + closes);
        }
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }
}
