package se.tjanstenav.connectors.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void followsCronInItsZone() {
        Schedule schedule = new Schedule("0 15 2 * * *", ZoneId.of("Europe/Stockholm"), null, null);
        assertThat(schedule.next(NOON, "a/b")).isEqualTo(Instant.parse("2026-11-23T01:15:00Z"));
    }

    @Test
    void followsAnInterval() {
        Schedule schedule = new Schedule(null, null, Duration.ofHours(1), null);
        assertThat(schedule.next(NOON, "a/b")).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void delaysTheSameFeedAlwaysByTheSameJitter() {
        Schedule schedule = new Schedule("0 15 2 * * *", null, null, Duration.ofMinutes(10));
        Instant first = schedule.next(NOON, "a/b");
        Instant second = schedule.next(first, "a/b");
        assertThat(Duration.between(Instant.parse("2026-11-23T01:15:00Z"), first))
                .isBetween(Duration.ZERO, Duration.ofMinutes(10));
        assertThat(Duration.between(first, second)).isEqualTo(Duration.ofDays(1));
    }
}
