package se.tjanstenav.mocks.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.tjanstenav.mocks.Fault;
import se.tjanstenav.mocks.agency.Gate;

class SpoilingTest {

    @Test
    void leavesAnAnswerUnreadUnlessItIsToBeSpoilt() {
        Gate gate = new Gate();
        Spoiling spoiling = new Spoiling(gate, false);
        Reply right = new Reply(
                200,
                Map.of("Content-Type", "application/json"),
                () -> {
                    throw new IllegalStateException("read");
                },
                Reply.Ending.WHOLE);

        assertThat(spoiling.spoil("/v1", right).status()).isEqualTo(200);

        gate.fault(Fault.TRUNCATED);
        assertThatThrownBy(() -> spoiling.spoil("/v1", right)).hasMessageContaining("read");
    }
}
