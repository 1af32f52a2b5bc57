package se.tjanstenav.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tjanstenav.bench.Figure.Aim;

class FigureTest {

    @Test
    void comparesRoundByRoundBeforeItTakesTheMedian() {
        Figure figure = new Figure("reads", "requests/s", List.of(10.0, 40.0, 90.0), List.of(10.0, 10.0, 100.0), null);

        assertThat(figure.ascending()).containsExactly(0.9, 1.0, 4.0);
        assertThat(figure.median()).isEqualTo(1.0);
    }

    @Test
    void tellsTheValueWhereThereIsNothingBesideIt() {
        assertThat(new Figure("start", "s", List.of(4.0, 2.0), List.of(), null).median())
                .isEqualTo(3.0);
    }

    @Test
    void needsBothColumnsForEveryRound() {
        assertThatThrownBy(() -> new Figure("reads", "s", List.of(1.0, 2.0), List.of(1.0), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reads");
        assertThatThrownBy(() -> new Figure("reads", "s", List.of(), List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAimIsMetAtItsEdge() {
        assertThat(Aim.atLeast(0.6).metBy(0.6)).isTrue();
        assertThat(Aim.atLeast(0.6).metBy(0.59)).isFalse();
        assertThat(Aim.atMost(1.2).metBy(1.2)).isTrue();
        assertThat(Aim.atMost(1.2).metBy(1.21)).isFalse();
    }
}
