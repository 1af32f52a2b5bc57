package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.matching.MockRequest;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import org.junit.jupiter.api.Test;

class RestFaultsTest {

    @Test
    @SuppressWarnings("NullAway") // what was asked does not matter to a fault
    void leavesAnAnswerUnreadUnlessItIsToBeSpoilt() {
        Gate gate = new Gate();
        RestFaults faults = new RestFaults(new Spoiling(gate, false));
        Response endless = Response.response()
                .headers(HttpHeaders.noHeaders())
                .body(() -> {
                    throw new IllegalStateException("read");
                })
                .build();
        ServeEvent any = ServeEvent.of(MockRequest.mockRequest().url("/"));
        assertThat(faults.transform(endless, any)
                        .getHeaders()
                        .getHeader("X-Stub")
                        .firstValue())
                .isEqualTo("true");
        gate.fault(Fault.TRUNCATED);
        assertThatThrownBy(() -> faults.transform(endless, any)).hasMessageContaining("read");
    }
}
