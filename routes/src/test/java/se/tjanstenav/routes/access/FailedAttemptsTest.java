package se.tjanstenav.routes.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.tjanstenav.routes.HubClient;
import se.tjanstenav.routes.HubUnderTest;

class FailedAttemptsTest {

    private static final String KEYS = "/registry/v1/keys";

    @Test
    void whoeverGuessesIsToldToWaitWhileAGoodKeyStillOpens(@TempDir Path folder) {
        try (HubUnderTest hub = HubUnderTest.alone(folder, "--tjanstenav.access.failures-per-minute=3")) {
            HubClient guesser = hub.client().with("X-API-Key", "guessed");
            for (int i = 0; i < 3; i++) {
                assertThat(guesser.get(KEYS).statusCode()).isEqualTo(401);
            }

            HttpResponse<byte[]> response = guesser.get(KEYS);

            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(guesser.json(response).path("type").asString())
                    .isEqualTo("urn:tjanstenav:problem:too-many-requests");
            assertThat(hub.operator().get(KEYS).statusCode()).isEqualTo(200);
            assertThat(hub.client().get(KEYS).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void countsEachAddressForItself() {
        FailedAttempts attempts = new FailedAttempts(1);

        assertThat(attempts.tooMany("192.0.2.1")).isFalse();
        assertThat(attempts.tooMany("192.0.2.2")).isFalse();
        assertThat(attempts.tooMany("192.0.2.1")).isTrue();
    }
}
