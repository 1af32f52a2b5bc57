package se.tjanstenav.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.tjanstenav.catalog.ComparableLength.Assumption;
import se.tjanstenav.catalog.model.TimeUnit;

class ComparableLengthTest {

    @Test
    void countsTheWorkingDaysOfTheMeanYearByTheCalendar() {
        LocalDate start = LocalDate.of(2004, 12, 31);
        LocalDate end = LocalDate.of(2404, 12, 31);

        assertThat(SwedishWorkingDays.between(start, end)).isEqualTo(ComparableLength.WORKING_DAYS_OF_CYCLE);
        assertThat(end.toEpochDay() - start.toEpochDay()).isEqualTo(ComparableLength.DAYS_OF_CYCLE);
    }

    @ParameterizedTest
    @CsvSource({"1440, MINUTES", "24, HOURS", "1, DAYS", "0.142857142857143, WEEKS"})
    void bringsClockTimeIntoDaysWithoutAssumption(BigDecimal value, TimeUnit unit) {
        ComparableLength day = ComparableLength.inDays(value, unit);

        assertThat(day.value()).isEqualByComparingTo("1");
        assertThat(day.assumptions()).isEmpty();
        assertThat(day.converted()).isEqualTo(unit != TimeUnit.DAYS);
    }

    @Test
    void leavesWorkingDaysAloneWhereTheyAreAskedFor() {
        ComparableLength ten = ComparableLength.inWorkingDays(BigDecimal.TEN, TimeUnit.WORKING_DAYS);

        assertThat(ten.value()).isEqualByComparingTo("10");
        assertThat(ten.converted()).isFalse();
        assertThat(ten.assumptions()).isEmpty();
    }

    @Test
    void saysWhatItAssumed() {
        assertThat(ComparableLength.inWorkingDays(BigDecimal.valueOf(40), TimeUnit.WORKING_HOURS))
                .satisfies(week -> {
                    assertThat(week.value()).isEqualByComparingTo("5");
                    assertThat(week.assumptions()).containsExactly(Assumption.EIGHT_HOUR_DAY);
                });
        assertThat(ComparableLength.inWorkingDays(BigDecimal.ONE, TimeUnit.MONTHS)
                        .assumptions())
                .containsExactly(Assumption.MEAN_YEAR, Assumption.MEAN_MONTH);
        assertThat(ComparableLength.inDays(BigDecimal.TEN, TimeUnit.WORKING_DAYS))
                .satisfies(ten -> {
                    assertThat(ten.converted()).isTrue();
                    assertThat(ten.givenIn()).isEqualTo(TimeUnit.WORKING_DAYS);
                    assertThat(ten.assumptions()).containsExactly(Assumption.MEAN_YEAR);
                    assertThat(ten.value()).isBetween(new BigDecimal("14"), new BigDecimal("15"));
                });
    }

    /** What a filter for ten working days at most must find and leave out. */
    @ParameterizedTest
    @CsvSource({
        "10, WORKING_DAYS, true",
        "11, WORKING_DAYS, false",
        "80, WORKING_HOURS, true",
        "81, WORKING_HOURS, false",
        "2, WEEKS, true",
        "14, DAYS, true",
        "3, WEEKS, false",
        "15, DAYS, false",
        "1, MONTHS, false",
        "48, HOURS, true"
    })
    void fitsIntoTenWorkingDays(BigDecimal value, TimeUnit unit, boolean fits) {
        BigDecimal workingDays = ComparableLength.inWorkingDays(value, unit).value();
        assertThat(workingDays.compareTo(BigDecimal.TEN) <= 0).isEqualTo(fits);
    }

    @Test
    void putsEveryUnitInOneOrderWhicheverUnitIsAskedFor() {
        List<BigDecimal> days = new ArrayList<>();
        List<BigDecimal> workingDays = new ArrayList<>();
        for (TimeUnit unit : new TimeUnit[] {
            TimeUnit.MINUTES,
            TimeUnit.HOURS,
            TimeUnit.WORKING_HOURS,
            TimeUnit.DAYS,
            TimeUnit.WORKING_DAYS,
            TimeUnit.WEEKS,
            TimeUnit.MONTHS
        }) {
            days.add(ComparableLength.inDays(BigDecimal.ONE, unit).value());
            workingDays.add(ComparableLength.inWorkingDays(BigDecimal.ONE, unit).value());
        }
        assertThat(days).isSorted().doesNotHaveDuplicates().hasSize(TimeUnit.values().length);
        assertThat(workingDays).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void growsWithTheValue(TimeUnit unit) {
        List<ComparableLength> lengths = Arrays.stream(new int[] {0, 1, 2, 5, 10, 100, 1000})
                .mapToObj(value -> ComparableLength.inDays(BigDecimal.valueOf(value), unit))
                .toList();
        assertThat(lengths).isSortedAccordingTo(ComparableLength.SHORTEST_FIRST);
        assertThat(lengths.get(0).value()).isZero();
    }

    @Test
    void comparesNothingAcrossUnits() {
        ComparableLength days = ComparableLength.inDays(BigDecimal.ONE, TimeUnit.DAYS);
        ComparableLength workingDays = ComparableLength.inWorkingDays(BigDecimal.ONE, TimeUnit.WORKING_DAYS);
        assertThatThrownBy(() -> ComparableLength.SHORTEST_FIRST.compare(days, workingDays))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one unit");
    }
}
