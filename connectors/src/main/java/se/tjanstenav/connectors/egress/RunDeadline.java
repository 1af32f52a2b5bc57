package se.tjanstenav.connectors.egress;

import java.time.Duration;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** The moment by which a run has to be done, by the monotonic clock. */
public final class RunDeadline {

    private final long end;
    private final Duration limit;

    private RunDeadline(Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
        this.limit = limit;
    }

    public static RunDeadline in(Duration limit) {
        return new RunDeadline(limit);
    }

    Duration left() {
        long left = end - System.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** Throws with {@link FaultCode#DEADLINE} if the time is over. */
    public void check() {
        if (end - System.nanoTime() <= 0) {
            throw SourceException.of(FaultCode.DEADLINE, "The run took longer than " + limit);
        }
    }
}
