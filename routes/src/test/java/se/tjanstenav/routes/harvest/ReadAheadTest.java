package se.tjanstenav.routes.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.assertj.core.util.Lists;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final String READER = "reading in a test";

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch givenUp = new CountDownLatch(1);

    @Test
    void handsOverEverythingInItsOrder() {
        List<Integer> all = List.of(1, 2, 3, 4, 5);

        try (ReadAhead<Integer> ahead = reading(all.iterator())) {
            assertThat(Lists.newArrayList(ahead)).isEqualTo(all);
            assertThat(ahead.hasNext()).isFalse();
            assertThatThrownBy(ahead::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void readsOnWhileWhatWasReadIsWorkedOnButNoFurther() {
        try (ReadAhead<Integer> ahead = reading(endless(number -> number))) {
            assertThat(ahead.next()).isEqualTo(1);

            await().untilAsserted(() -> assertThat(asked).hasValue(3));
            await().during(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(asked).hasValue(3));
        }
    }

    @Test
    void meetsAFaultAfterWhatWasReadBeforeIt() {
        IllegalStateException fault = new IllegalStateException("a fault of the hub's own");

        try (ReadAhead<Integer> ahead = reading(endless(number -> {
            if (number == 3) {
                throw fault;
            }
            return number;
        }))) {
            assertThat(ahead.next()).isEqualTo(1);
            assertThat(ahead.next()).isEqualTo(2);
            assertThatThrownBy(ahead::hasNext).isSameAs(fault);
            assertThatThrownBy(ahead::next).isSameAs(fault);
        }
    }

    @Test
    void endsTheReadingOfWhatNobodyTakes() {
        ReadAhead<Integer> ahead = reading(endless(number -> number));
        await().untilAsserted(() -> assertThat(asked).hasValue(2));

        ahead.close();

        assertThat(readers()).isZero();
    }

    @Test
    void givesUpWhatTheSourceWaitsFor() {
        ReadAhead<Integer> ahead = reading(endless(number -> {
            awaitUninterruptibly();
            return number;
        }));
        await().untilAsserted(() -> assertThat(asked).hasValue(1));

        ahead.close();

        assertThat(readers()).isZero();
    }

    @Test
    void anInterruptedRunNeitherTakesNorLosesTheInterrupt() {
        try (ReadAhead<Integer> ahead = reading(endless(number -> {
            awaitUninterruptibly();
            return number;
        }))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(ahead::hasNext).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(readers()).isZero();
    }

    private ReadAhead<Integer> reading(Iterator<Integer> source) {
        return ReadAhead.of(source, givenUp::countDown, READER);
    }

    private Iterator<Integer> endless(IntFunction<Integer> element) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Integer next() {
                return element.apply(asked.incrementAndGet());
            }
        };
    }

    /** As a socket waits. */
    private void awaitUninterruptibly() {
        boolean waited = false;
        while (!waited) {
            try {
                givenUp.await();
                waited = true;
            } catch (InterruptedException notHeeded) {
                // A socket does not either.
            }
        }
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(READER))
                .count();
    }
}
