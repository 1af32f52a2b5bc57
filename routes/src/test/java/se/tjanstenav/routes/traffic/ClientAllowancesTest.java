package se.tjanstenav.routes.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientAllowancesTest {

    private final SetTime time = new SetTime();
    private final ClientAllowances allowances = new ClientAllowances(new TrafficProperties(true, 2, 5), time);

    @Test
    void aQuietClientMayAskABurst() {
        assertThat(taken("a", 7)).isEqualTo(5);
    }

    @Test
    void aClientThatGoesOnGetsItsShareOfEverySecond() {
        taken("a", 5);

        time.pass(Duration.ofSeconds(1));

        assertThat(taken("a", 5)).isEqualTo(2);
    }

    @Test
    void saysHowLongToWait() {
        taken("a", 5);

        assertThat(allowances.take("a").getNanosToWaitForRefill()).isEqualTo(500_000_000);
    }

    @Test
    void oneClientTakesNothingFromAnother() {
        taken("a", 5);

        assertThat(taken("b", 5)).isEqualTo(5);
    }

    @Test
    void nobodyGainsByBeingForgotten() {
        taken("a", 5);

        time.pass(Duration.ofHours(1));

        assertThat(taken("a", 10)).isEqualTo(5);
    }

    private long taken(String client, int attempts) {
        long taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += allowances.take(client).isConsumed() ? 1 : 0;
        }
        return taken;
    }

    private static final class SetTime implements TimeMeter {

        private long nanos = 1;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
