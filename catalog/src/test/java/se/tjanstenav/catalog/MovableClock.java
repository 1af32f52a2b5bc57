package se.tjanstenav.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the test moves it, or has it move. */
public final class MovableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private volatile Duration step = Duration.ZERO;

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** From now on as much time passes as often as anybody looks at it. */
    public void advanceAtEachLook(Duration by) {
        step = by;
    }

    @Override
    public Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
