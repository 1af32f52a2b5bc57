package se.tjanstenav.routes.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request to an agency while it is under way; time is measured by the monotonic clock. */
final class Flight {

    private final Instant begunAt;
    private final long begun = System.nanoTime();
    private final CountDownLatch landed = new CountDownLatch(1);

    Flight(Instant begunAt) {
        this.begunAt = begunAt;
    }

    Instant begunAt() {
        return begunAt;
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * Waits for the answer, but not beyond the budget, which began with the request and not with the waiting.
     *
     * @return whether the request has ended
     */
    boolean await(Duration budget) {
        try {
            return landed.await(budget.minus(lasted()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void land() {
        landed.countDown();
    }
}
