package se.tjanstenav.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.bench.Wrk.Result;

class RoundsTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void letsContestantsTakeTurnsAndDoesNotCountTheFirstRound() throws Exception {
        Rounds.Results results = new Rounds()
                .with("hub", () -> result("hub"))
                .with("rival", () -> result("rival"))
                .run(2);

        assertThat(order).containsExactly("hub", "rival", "hub", "rival", "hub", "rival");
        assertThat(results.perSecond("hub")).containsExactly(3.0, 5.0);
        assertThat(results.p99("rival")).containsExactly(40.0, 60.0);
    }

    @Test
    void knowsNothingOfWhoWasNotMeasured() throws Exception {
        Rounds.Results results = new Rounds().with("hub", () -> result("hub")).run(1);

        assertThatThrownBy(() -> results.p50("rival"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rival");
    }

    private Result result(String name) {
        order.add(name);
        return new Result(order.size(), 1, order.size() * 10.0, 1);
    }
}
