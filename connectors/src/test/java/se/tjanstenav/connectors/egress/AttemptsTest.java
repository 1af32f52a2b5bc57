package se.tjanstenav.connectors.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

class AttemptsTest {

    private static final String HOST = "api.agency.example";
    private static final Duration AMPLE = Duration.ofMinutes(2);

    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void letsNoMoreAttemptsBeUnderWayThanTheBulkheadHolds() throws Exception {
        Attempts attempts = new Attempts("demo", 1000, 2, Duration.ofSeconds(1));
        CountDownLatch twoAreIn = new CountDownLatch(2);
        AtomicInteger under = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            calls.add(() -> attempts.call(HOST, RunDeadline.in(AMPLE), () -> {
                most.accumulateAndGet(under.incrementAndGet(), Math::max);
                twoAreIn.countDown();
                boolean both = await(twoAreIn);
                under.decrementAndGet();
                return both;
            }));
        }
        for (Future<Boolean> call : threads.invokeAll(calls)) {
            assertThat(call.get()).isTrue();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void endsTheWaitForTheBulkheadAtTheDeadlineOfTheRun() throws Exception {
        Attempts attempts = new Attempts("demo", 1000, 1, Duration.ofSeconds(1));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<Boolean> holder = threads.submit(() -> attempts.call(HOST, RunDeadline.in(AMPLE), () -> {
            inside.countDown();
            return await(leave);
        }));
        assertThat(await(inside)).isTrue();

        assertThatThrownBy(() -> attempts.call(HOST, RunDeadline.in(Duration.ofMillis(200)), () -> "never"))
                .isInstanceOfSatisfying(
                        SourceException.class, e -> assertThat(e.code()).isEqualTo(FaultCode.DEADLINE));

        leave.countDown();
        assertThat(holder.get()).isTrue();
        assertThat(attempts.call(HOST, RunDeadline.in(AMPLE), () -> "free again"))
                .isEqualTo("free again");
    }

    @Test
    void givesItsPlaceUpWhileItWaitsToTryAgainAndAfterFailures() {
        Attempts attempts = new Attempts("demo", 1000, 1, Duration.ofMillis(1));
        AtomicInteger made = new AtomicInteger();
        for (int run = 0; run < 2; run++) {
            assertThatThrownBy(() -> attempts.call(HOST, RunDeadline.in(AMPLE), () -> {
                        made.incrementAndGet();
                        throw SourceException.of(FaultCode.CONNECTION_LOST, "lost");
                    }))
                    .isInstanceOfSatisfying(
                            SourceException.class, e -> assertThat(e.code()).isEqualTo(FaultCode.CONNECTION_LOST));
        }
        assertThat(made.get()).isGreaterThan(3);
    }

    @Test
    void triesAgainOnlyWhileTheTimeForThatLasts() {
        assertThat(attemptsWithin(RunDeadline.in(AMPLE, AMPLE))).isEqualTo(3);
        assertThat(attemptsWithin(RunDeadline.in(AMPLE, Duration.ofMillis(800))))
                .isEqualTo(1);
    }

    private static int attemptsWithin(RunDeadline deadline) {
        Attempts attempts = new Attempts("demo", 1000, 1, Duration.ofSeconds(1));
        AtomicInteger made = new AtomicInteger();
        assertThatThrownBy(() -> attempts.call(HOST, deadline, () -> {
                    made.incrementAndGet();
                    throw SourceException.of(FaultCode.CONNECTION_LOST, "lost");
                }))
                .isInstanceOf(SourceException.class);
        return made.get();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
