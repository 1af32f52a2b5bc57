package se.tjanstenav.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The days on which Swedish agencies work, computed from the law. Not a working day is a Saturday, a Sunday, a public
 * holiday (lag (1989:253) om allmänna helgdagar), or one of the three eves that lag (1930:173) om beräkning av lagstadgad
 * tid puts beside them: midsommarafton, julafton and nyårsafton.
 *
 * <p>The model keeps the unit that an agency counts in; only what compares or filters asks here, and says so.
 */
public final class SwedishWorkingDays {

    /** Trettondedag jul, första maj, and so on: the fixed days of 1 § and the eves of 1930:173 2 §. */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.DECEMBER, 24),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26),
            MonthDay.of(Month.DECEMBER, 31));

    private static final MonthDay NATIONAL_DAY = MonthDay.of(Month.JUNE, 6);

    /** Lag (2004:1320) made nationaldagen a holiday in the place of annandag pingst. */
    private static final int NATIONAL_DAY_SINCE = 2005;

    private static final int GOOD_FRIDAY = -2;
    private static final int EASTER_MONDAY = 1;
    private static final int ASCENSION_DAY = 39;
    private static final int WHIT_SUNDAY = 49;
    private static final int WHIT_MONDAY = 50;

    private SwedishWorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** Whether it is a public holiday with a name of its own, on whatever weekday, or one of the three eves. */
    public static boolean isHoliday(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || isMidsummerEve(day)
                || isMidsummerEve(day.minusDays(1))
                || isAllSaints(day)
                || isBoundToEaster(day)
                || isNationalDay(day);
    }

    /**
     * The working day on which a time of so many working days ends. The day on which it begins does not count, as the law
     * counts days (lag (1930:173) 1 §); after no days at all it is that day itself.
     */
    public static LocalDate after(LocalDate start, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("A time cannot have " + workingDays + " working days");
        }
        LocalDate day = start;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many working days come after the first day, up to and including the last one. */
    public static int between(LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("The time ends before it starts: " + start + "–" + end);
        }
        return (int) start.plusDays(1)
                .datesUntil(end.plusDays(1))
                .filter(SwedishWorkingDays::isWorkingDay)
                .count();
    }

    /** How many calendar days so many working days take from a given day on. */
    public static int calendarDays(LocalDate start, int workingDays) {
        return (int) ChronoUnit.DAYS.between(start, after(start, workingDays));
    }

    /** The Friday before midsommardagen, which is the Saturday of 20–26 June (1989:253 1 §). */
    private static boolean isMidsummerEve(LocalDate day) {
        return day.getMonth() == Month.JUNE
                && day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
    }

    /** Alla helgons dag is the Saturday of 31 October–6 November (1989:253 1 §). */
    private static boolean isAllSaints(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                && (day.getMonth() == Month.NOVEMBER && day.getDayOfMonth() <= 6
                        || day.getMonth() == Month.OCTOBER && day.getDayOfMonth() == 31);
    }

    private static boolean isBoundToEaster(LocalDate day) {
        long sinceEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
        return sinceEaster == GOOD_FRIDAY
                || sinceEaster == 0
                || sinceEaster == WHIT_SUNDAY
                || sinceEaster == EASTER_MONDAY
                || sinceEaster == ASCENSION_DAY
                || (sinceEaster == WHIT_MONDAY && day.getYear() < NATIONAL_DAY_SINCE);
    }

    private static boolean isNationalDay(LocalDate day) {
        return day.getYear() >= NATIONAL_DAY_SINCE && MonthDay.from(day).equals(NATIONAL_DAY);
    }

    /** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher (Nature, 20 April 1876). */
    static LocalDate easter(int year) {
        int moon = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * moon + century - century / 4 - correction + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (moon + 11 * epact + 22 * toSunday) / 451;
        int dayOfYear = epact + toSunday - 7 * late + 114;
        return LocalDate.of(year, dayOfYear / 31, dayOfYear % 31 + 1);
    }
}
