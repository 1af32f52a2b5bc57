package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.tjanstenav.routes.http.BrokenAnswerException;
import se.tjanstenav.routes.http.ProblemException;

class ExportsTest {

    private static final Languages SWEDISH = new Languages(List.of("sv"));

    private final Exports exports = new Exports();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sendsFewAtATime() {
        assertThatThrownBy(this::sendAnotherMeanwhile)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("16 exports");

        assertThat(exports.underWay()).isZero();
    }

    private void sendAnotherMeanwhile() {
        send(new MockHttpServletResponse(), out -> sendAnotherMeanwhile());
    }

    @Test
    void leavesWhatIsNotSaidOfTheRows() {
        response.setHeader("traceparent", "00-1-2-01");
        Exports.asFile(response, "services.csv");

        assertThatThrownBy(() -> send(response, out -> {
                    throw new IllegalStateException("The store is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(response.getHeaderNames()).containsExactlyInAnyOrder("traceparent", "Vary");
    }

    @Test
    void endsQuietlyWhereTheReaderHangsUp() {
        send(response, out -> {
            throw new IOException("Broken pipe");
        });

        assertThat(exports.underWay()).isZero();
    }

    @Test
    void leavesNoTraceWhereNothingWasSentYet() {
        IllegalStateException failure = new IllegalStateException("The store is away");

        assertThatThrownBy(() -> send(response, out -> {
                    out.write('x');
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getContentType()).isNull();
    }

    @Test
    void saysSoWhereItBreaksOffMidway() {
        assertThatThrownBy(() -> send(response, out -> {
                    out.write(new byte[100_000]);
                    out.flush();
                    throw new IllegalStateException("The store is away");
                }))
                .isInstanceOf(BrokenAnswerException.class);

        assertThat(exports.underWay()).isZero();
    }

    private void send(MockHttpServletResponse to, Exports.Rows rows) {
        exports.send(new MockHttpServletRequest("GET", "/services"), to, Exports.NDJSON, SWEDISH, rows);
    }
}
