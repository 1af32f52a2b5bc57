package se.tjanstenav.catalog.guidance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.SwedishWorkingDays;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.OpeningHours;

/**
 * When a channel is open, by its opening hours in Swedish time. On public holidays and the three eves it counts as closed,
 * unless it is open round the clock or a rule is about that one day; shorter hours before holidays are not known.
 */
public final class OpeningTimes {

    /** Opening hours are Swedish local time. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final Set<ChannelType> STAFFED = EnumSet.of(ChannelType.PHONE, ChannelType.CHAT, ChannelType.VISIT);

    /** How agencies write midnight at the end of a day, since hours close after they open. */
    private static final LocalTime MIDNIGHT = LocalTime.of(23, 59);

    private static final int DAYS_AHEAD = 366;
    private static final int DAYS_OF_WEEK = 7;

    private final List<OpeningHours> hours;
    private final boolean roundTheClock;

    private OpeningTimes(List<OpeningHours> hours) {
        this.hours = hours;
        this.roundTheClock = EnumSet.allOf(DayOfWeek.class).stream().allMatch(this::allOf);
    }

    /** Whether somebody has to be there for a channel to be of use. */
    public static boolean needsPeople(ChannelType type) {
        return STAFFED.contains(type);
    }

    /** Whether the channel is open at the moment. */
    public static Openness of(Channel channel, Instant moment) {
        if (channel.openingHours().isEmpty()) {
            return needsPeople(channel.type()) ? Openness.UNKNOWN : Openness.ANY_TIME;
        }
        return new OpeningTimes(channel.openingHours()).at(moment);
    }

    private Openness at(Instant moment) {
        LocalDate today = moment.atZone(SWEDEN).toLocalDate();
        return on(today).stream()
                .filter(span -> span.holds(moment))
                .findFirst()
                .map(span -> new Openness(Openness.State.OPEN, end(span, today), null, false))
                .orElseGet(() -> new Openness(Openness.State.CLOSED, null, opens(moment, today), closedFor(today)));
    }

    /** When it closes; null where each day goes over into the next for a week. */
    private @Nullable Instant end(Span open, LocalDate day) {
        Instant end = open.to;
        for (LocalDate each = day; each.isBefore(day.plusDays(DAYS_OF_WEEK)); each = each.plusDays(1)) {
            for (Span span : on(each)) {
                if (!span.from.isAfter(end) && span.to.isAfter(end)) {
                    end = span.to;
                }
            }
            if (end.isBefore(start(each.plusDays(1)))) {
                return end;
            }
        }
        return null;
    }

    private @Nullable Instant opens(Instant moment, LocalDate today) {
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> on(day).stream())
                .map(Span::from)
                .filter(from -> from.isAfter(moment))
                .findFirst()
                .orElse(null);
    }

    /** The times of a day, the earliest first. */
    private List<Span> on(LocalDate day) {
        return hours.stream()
                .filter(rule -> holds(rule, day))
                .filter(rule -> !keepsClosed(rule, day))
                .map(rule -> new Span(day, rule))
                .filter(span -> span.from.isBefore(span.to))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private boolean closedFor(LocalDate day) {
        return on(day).isEmpty() && hours.stream().anyMatch(rule -> holds(rule, day));
    }

    private static boolean holds(OpeningHours rule, LocalDate day) {
        return rule.days().contains(day.getDayOfWeek())
                && (rule.validFrom() == null || !day.isBefore(rule.validFrom()))
                && (rule.validThrough() == null || !day.isAfter(rule.validThrough()));
    }

    private boolean keepsClosed(OpeningHours rule, LocalDate day) {
        boolean aboutThisDay = day.equals(rule.validFrom()) && day.equals(rule.validThrough());
        return !roundTheClock && !aboutThisDay && SwedishWorkingDays.isHoliday(day);
    }

    private boolean allOf(DayOfWeek day) {
        return hours.stream()
                .anyMatch(rule -> rule.days().contains(day)
                        && rule.opens().equals(LocalTime.MIN)
                        && !rule.closes().isBefore(MIDNIGHT)
                        && rule.validFrom() == null
                        && rule.validThrough() == null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    /** One stretch of a day. An hour that the clock goes through twice is open both times. */
    private record Span(Instant from, Instant to) {

        Span(LocalDate day, OpeningHours rule) {
            this(
                    instant(day.atTime(rule.opens()), ZoneOffsetTransition::getOffsetBefore),
                    rule.closes().isBefore(MIDNIGHT)
                            ? instant(day.atTime(rule.closes()), ZoneOffsetTransition::getOffsetAfter)
                            : start(day.plusDays(1)));
        }

        /** A time that the clock leaps over is the moment of the leap. */
        private static Instant instant(LocalDateTime time, Function<ZoneOffsetTransition, ZoneOffset> ofTwo) {
            ZoneOffsetTransition change = SWEDEN.getRules().getTransition(time);
            if (change == null) {
                return time.atZone(SWEDEN).toInstant();
            }
            return change.isGap() ? change.getInstant() : time.toInstant(ofTwo.apply(change));
        }

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }
}
