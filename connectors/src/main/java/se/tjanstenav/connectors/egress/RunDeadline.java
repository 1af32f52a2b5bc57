package se.tjanstenav.connectors.egress;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** The moment by which a run has to be done, by the monotonic clock. */
public final class RunDeadline {

    private final long end;
    private final long lastAttempt;
    private final Duration limit;
    private final Set<Runnable> atEnd = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    private RunDeadline(Duration limit, Duration attempts) {
        long now = System.nanoTime();
        this.end = now + limit.toNanos();
        this.lastAttempt = Math.min(end, now + attempts.toNanos());
        this.limit = limit;
    }

    public static RunDeadline in(Duration limit) {
        return new RunDeadline(limit, limit);
    }

    /**
     * A deadline that leaves less time to try again.
     *
     * @param attempts how long a failed request may be repeated
     */
    public static RunDeadline in(Duration limit, Duration attempts) {
        return new RunDeadline(limit, attempts);
    }

    Duration left() {
        return until(end);
    }

    /** How long a failed request may still be repeated. */
    Duration leftForAttempts() {
        return until(lastAttempt);
    }

    private Duration until(long moment) {
        long left = over ? 0 : moment - System.nanoTime();
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** Ends the time at once, as when nobody reads on: requests under way are given up. */
    public void end() {
        over = true;
        atEnd.forEach(Runnable::run);
        atEnd.clear();
    }

    void onEnd(Runnable act) {
        atEnd.add(act);
        if (over) {
            act.run();
        }
    }

    void forget(Runnable act) {
        atEnd.remove(act);
    }

    /** Throws with {@link FaultCode#DEADLINE} if the time is over. */
    public void check() {
        if (over) {
            throw SourceException.of(FaultCode.DEADLINE, "The run was given up");
        }
        if (end - System.nanoTime() <= 0) {
            throw SourceException.of(FaultCode.DEADLINE, "The run took longer than " + limit);
        }
    }
}
