package se.tjanstenav.catalog.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tjanstenav.catalog.guidance.Openness.State;
import se.tjanstenav.catalog.model.Channel;
import se.tjanstenav.catalog.model.ChannelType;
import se.tjanstenav.catalog.model.OpeningHours;

/** Channels are open by Swedish time and closed on Swedish holidays. */
class OpeningTimesTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void isOpenFromTheMinuteItOpensToTheMinuteItCloses() {
        Channel phone = phone(rule(WEEKDAYS, "08:00", "16:30"));

        assertThat(at(phone, "2026-11-30T06:59:59Z").state()).isEqualTo(State.CLOSED);
        Openness open = at(phone, "2026-11-30T07:00:00Z");
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.closes()).isEqualTo("2026-11-30T15:30:00Z");
        assertThat(open.opens()).isNull();
        Openness closed = at(phone, "2026-11-30T15:30:00Z");
        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.opens()).isEqualTo("2026-12-01T07:00:00Z");
    }

    /** Before and after the clock is set back on 25 October 2026 and forward on 28 March 2027. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-23T06:00:00Z, OPEN",
        "2026-10-26T06:00:00Z, CLOSED",
        "2026-10-26T07:00:00Z, OPEN",
        "2027-03-26T07:00:00Z, CLOSED",
        "2027-03-25T07:00:00Z, OPEN",
        "2027-03-30T06:00:00Z, OPEN"
    })
    void followsTheClockOfSweden(String moment, State state) {
        assertThat(at(phone(rule(WEEKDAYS, "08:00", "16:00")), moment).state()).isEqualTo(state);
    }

    @Test
    void opensByTheNewTimeAfterAWeekendOnWhichTheClockIsSet() {
        Channel phone = phone(rule(WEEKDAYS, "08:00", "16:00"));

        assertThat(at(phone, "2026-10-23T15:00:00Z").opens()).isEqualTo("2026-10-26T07:00:00Z");
        assertThat(at(phone, "2027-03-19T16:00:00Z").opens()).isEqualTo("2027-03-22T07:00:00Z");
        assertThat(at(phone, "2027-03-31T15:00:00Z").opens()).isEqualTo("2027-04-01T06:00:00Z");
    }

    @Test
    void isOpenThroughTheHourThatComesTwiceAndNotInTheOneThatDoesNotCome() {
        Channel night = phone(rule(EnumSet.of(DayOfWeek.SUNDAY), "01:00", "02:30"));

        assertThat(at(night, "2026-10-24T23:00:00Z").closes()).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(at(night, "2026-10-25T01:15:00Z").state()).isEqualTo(State.OPEN);
        assertThat(at(night, "2026-10-25T01:30:00Z").state()).isEqualTo(State.CLOSED);
        assertThat(at(night, "2026-03-29T00:30:00Z").closes()).isEqualTo("2026-03-29T01:00:00Z");
    }

    /** Good Friday, Christmas Eve, 6 January and Ascension Day are weekdays; 7 January is no holiday. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-26T10:00:00Z, 2027-03-30T06:00:00Z",
        "2026-12-24T10:00:00Z, 2026-12-28T07:00:00Z",
        "2027-01-06T10:00:00Z, 2027-01-07T07:00:00Z",
        "2027-05-06T10:00:00Z, 2027-05-07T06:00:00Z",
        "2026-06-19T10:00:00Z, 2026-06-22T06:00:00Z"
    })
    void isClosedOnHolidaysAndSaysWhenItOpensAgain(String moment, Instant opens) {
        Openness closed = at(phone(rule(WEEKDAYS, "08:00", "16:00")), moment);

        assertThat(closed.state()).isEqualTo(State.CLOSED);
        assertThat(closed.holiday()).isTrue();
        assertThat(closed.opens()).isEqualTo(opens);
    }

    @Test
    void blamesNoHolidayForAnOrdinaryWeekend() {
        assertThat(at(phone(rule(WEEKDAYS, "08:00", "16:00")), "2026-11-28T10:00:00Z")
                        .holiday())
                .isFalse();
        Channel saturdays = phone(rule(EnumSet.of(DayOfWeek.SATURDAY), "10:00", "14:00"));
        assertThat(at(saturdays, "2026-10-24T09:00:00Z").state()).isEqualTo(State.OPEN);
        assertThat(at(saturdays, "2026-10-31T10:00:00Z").holiday()).isTrue();
    }

    @Test
    void neverClosesWhatIsOpenRoundTheClock() {
        Openness always = at(phone(rule(EVERY_DAY, "00:00", "23:59")), "2026-12-24T23:30:00Z");

        assertThat(always.state()).isEqualTo(State.OPEN);
        assertThat(always.closes()).isNull();
    }

    @Test
    void goesOnOverMidnightWhereTheNextDayBeginsAtIt() {
        Channel late = phone(
                rule(EnumSet.of(DayOfWeek.FRIDAY), "20:00", "23:59"),
                rule(EnumSet.of(DayOfWeek.SATURDAY), "00:00", "02:00"));

        assertThat(at(late, "2026-11-27T20:00:00Z").closes()).isEqualTo("2026-11-28T01:00:00Z");
    }

    @Test
    void joinsRulesOfOneDayAndTellsPausesBetweenThem() {
        Channel phone = phone(
                rule(WEEKDAYS, "08:00", "11:00"), rule(WEEKDAYS, "13:00", "15:00"), rule(WEEKDAYS, "10:00", "12:00"));

        assertThat(at(phone, "2026-11-30T08:00:00Z").closes()).isEqualTo("2026-11-30T11:00:00Z");
        assertThat(at(phone, "2026-11-30T11:00:00Z").opens()).isEqualTo("2026-11-30T12:00:00Z");
    }

    @Test
    void heedsSeasonsAndDaysWithHoursOfTheirOwn() {
        OpeningHours summer = new OpeningHours(
                WEEKDAYS, LocalTime.of(9, 0), LocalTime.of(15, 0), LocalDate.of(2027, 6, 1), LocalDate.of(2027, 8, 31));
        OpeningHours christmasEve = new OpeningHours(
                EVERY_DAY,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                LocalDate.of(2026, 12, 24),
                LocalDate.of(2026, 12, 24));

        assertThat(at(phone(summer), "2026-11-30T10:00:00Z").opens()).isEqualTo("2027-06-01T07:00:00Z");
        assertThat(at(phone(summer), "2027-08-31T10:00:00Z").state()).isEqualTo(State.OPEN);
        assertThat(at(phone(summer), "2027-09-01T10:00:00Z").opens()).isNull();
        assertThat(at(phone(christmasEve), "2026-12-24T10:00:00Z").state()).isEqualTo(State.OPEN);
    }

    @Test
    void doesNotPretendToKnowHoursThatNobodyTells() {
        assertThat(at(phone(), "2026-11-30T10:00:00Z").state()).isEqualTo(State.UNKNOWN);
        assertThat(at(channel(ChannelType.VISIT), "2026-11-30T10:00:00Z").state())
                .isEqualTo(State.UNKNOWN);
        assertThat(at(channel(ChannelType.E_SERVICE), "2026-12-24T10:00:00Z").state())
                .isEqualTo(State.ANY_TIME);
    }

    private static Openness at(Channel channel, String moment) {
        return OpeningTimes.of(channel, Instant.parse(moment));
    }

    private static OpeningHours rule(Set<DayOfWeek> days, String opens, String closes) {
        return new OpeningHours(days, LocalTime.parse(opens), LocalTime.parse(closes), null, null);
    }

    private static Channel phone(OpeningHours... hours) {
        return channel(ChannelType.PHONE, hours);
    }

    private static Channel channel(ChannelType type, OpeningHours... hours) {
        List<OpeningHours> rules = Arrays.asList(hours);
        return new Channel(type, null, null, null, null, null, null, rules, null, null, null, null, null);
    }
}
