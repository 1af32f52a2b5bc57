package se.tjanstenav.catalog;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwedishWorkingDaysTest {

    static IntStream years() {
        return IntStream.rangeClosed(1990, 2100);
    }

    static IntStream yearsWithNationalDay() {
        return IntStream.rangeClosed(2005, 2100);
    }

    /** The library holds the eves too; it knows the holidays of today's law only, hence the years. */
    @ParameterizedTest
    @MethodSource("yearsWithNationalDay")
    void agreesWithAnIndependentCalendar(int year) {
        HolidayManager sweden = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
        Set<LocalDate> expected = sweden.getHolidays(Year.of(year)).stream()
                .map(Holiday::getDate)
                .filter(day -> day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(days(year).filter(SwedishWorkingDaysTest::isFreeWeekday)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2000-04-23",
        "2005-03-27",
        "2008-03-23",
        "2011-04-24",
        "2016-03-27",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2030-04-21",
        "2035-03-25",
        "2038-04-25",
        "2049-04-18",
        "2060-04-18"
    })
    void knowsWhenItIsEaster(LocalDate easter) {
        assertThat(SwedishWorkingDays.easter(easter.getYear())).isEqualTo(easter);
        assertThat(Stream.of(-2, 1, 39).map(easter::plusDays))
                .allSatisfy(
                        day -> assertThat(SwedishWorkingDays.isWorkingDay(day)).isFalse());
        assertThat(Stream.of(-3, 2, 38).map(easter::plusDays))
                .filteredOn(day -> !isFixedHoliday(day))
                .allSatisfy(
                        day -> assertThat(SwedishWorkingDays.isWorkingDay(day)).isTrue());
    }

    @ParameterizedTest
    @MethodSource("years")
    void easterIsASundayBetweenTheTwentySecondOfMarchAndTheTwentyFifthOfApril(int year) {
        LocalDate easter = SwedishWorkingDays.easter(year);
        assertThat(easter.getDayOfWeek()).isEqualTo(SUNDAY);
        assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
    }

    @ParameterizedTest
    @MethodSource("years")
    void midsummerEveIsTheOnlyFreeFridayAroundMidsummer(int year) {
        assertThat(LocalDate.of(year, 6, 15)
                        .datesUntil(LocalDate.of(year, 7, 1))
                        .filter(SwedishWorkingDaysTest::isFreeWeekday))
                .singleElement()
                .satisfies(eve -> {
                    assertThat(eve.getDayOfWeek()).isEqualTo(FRIDAY);
                    assertThat(eve.plusDays(1)).isBetween(LocalDate.of(year, 6, 20), LocalDate.of(year, 6, 26));
                });
    }

    @ParameterizedTest
    @MethodSource("years")
    void allSaintsTakesNoWeekday(int year) {
        assertThat(LocalDate.of(year, 10, 25)
                        .datesUntil(LocalDate.of(year, 11, 15))
                        .filter(SwedishWorkingDaysTest::isFreeWeekday))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2004-05-31", // annandag pingst, a holiday for the last time
                "2005-06-06", // nationaldagen, for the first time
                "2026-01-06",
                "2026-05-01",
                "2026-05-14",
                "2026-06-19",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31"
            })
    void holdsTheHolidaysOfTheLaw(LocalDate day) {
        assertThat(SwedishWorkingDays.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2003-06-06",
                "2005-05-16", // before the one, and after the other
                "2026-01-05",
                "2026-04-02",
                "2026-05-15",
                "2026-12-23",
                "2026-10-30"
            })
    void worksOnWhatTheLawLeavesAlone(LocalDate day) {
        assertThat(SwedishWorkingDays.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-18, 1, 2026-06-22",
        "2026-12-23, 1, 2026-12-28",
        "2026-12-23, 4, 2027-01-04",
        "2026-04-01, 3, 2026-04-08",
        "2026-11-25, 0, 2026-11-25"
    })
    void endsOnAWorkingDay(LocalDate start, int workingDays, LocalDate end) {
        assertThat(SwedishWorkingDays.after(start, workingDays)).isEqualTo(end);
        assertThat(SwedishWorkingDays.calendarDays(start, workingDays))
                .isEqualTo((int) ChronoUnit.DAYS.between(start, end));
    }

    @Test
    void countsBackWhatItCountedForward() {
        Random random = new Random(1930_173);
        for (int i = 0; i < 2_000; i++) {
            LocalDate start = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(61 * 365));
            int workingDays = random.nextInt(260);
            LocalDate end = SwedishWorkingDays.after(start, workingDays);
            assertThat(SwedishWorkingDays.between(start, end))
                    .as("%s + %d", start, workingDays)
                    .isEqualTo(workingDays);
            assertThat(SwedishWorkingDays.after(start, workingDays + 1)).isAfter(end);
        }
    }

    @Test
    void refusesTimesThatRunBackwards() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThatThrownBy(() -> SwedishWorkingDays.after(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SwedishWorkingDays.between(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private static boolean isFreeWeekday(LocalDate day) {
        return day.getDayOfWeek() != SATURDAY && day.getDayOfWeek() != SUNDAY && !SwedishWorkingDays.isWorkingDay(day);
    }

    private static boolean isFixedHoliday(LocalDate day) {
        return day.getMonthValue() == 5 && day.getDayOfMonth() == 1;
    }

    /** Easter Day, Whit Sunday, Midsummer Day, All Saints' Day, and the national day on a Sunday. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28", "2027-05-16", "2026-06-20", "2026-10-31", "2027-06-06", "2026-12-26"})
    void knowsHolidaysOnWeekendsToo(LocalDate day) {
        assertThat(SwedishWorkingDays.isHoliday(day)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-07", "2026-06-27", "2027-04-04", "2027-05-17", "2026-12-27"})
    void takesNoOrdinaryWeekendForAHoliday(LocalDate day) {
        assertThat(SwedishWorkingDays.isHoliday(day)).isFalse();
    }
}
