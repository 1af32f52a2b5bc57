package se.tjanstenav.routes.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request to an agency while it is under way; time is measured by the monotonic clock. */
final class Flight {

    private final Instant begunAt;
    private final long begun = System.nanoTime();
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile @Nullable Known outcome;

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

    /** @param known what is known now, null where the agency was not asked after all */
    void land(@Nullable Known known) {
        outcome = known;
        landed.countDown();
    }

    /** What is known since it landed. Whoever waited is told that, even where there was no room to keep it. */
    Optional<Known> outcome() {
        return Optional.ofNullable(outcome);
    }
}
