package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateLimitTest {

    private static final String INFO = "/catalog/v1/api-info";

    @Test
    void whoAsksTooMuchIsToldToWait(@TempDir Path folder) {
        try (HubUnderTest hub = HubUnderTest.alone(
                folder,
                "--tjanstenav.api.rate-limit.enabled=true",
                "--tjanstenav.api.rate-limit.requests-per-second=1",
                "--tjanstenav.api.rate-limit.burst=3",
                "--server.forward-headers-strategy=native")) {
            HubClient greedy =
                    hub.client().with("X-Forwarded-For", "192.0.2.7").with("Origin", "https://portal.example");

            HttpResponse<byte[]> refused = greedy.get(INFO);
            for (int asked = 1; refused.statusCode() == 200 && asked < 100; asked++) {
                refused = greedy.get(INFO);
            }

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(hub.client().json(refused).path("type").asString())
                    .isEqualTo("urn:tjanstenav:problem:too-many-requests");
            assertThat(hub.client().json(refused).path("detail").asString())
                    .contains("1 requests a second", "3 at once");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
            assertThat(hub.client()
                            .with("X-Forwarded-For", "192.0.2.8")
                            .get(INFO)
                            .statusCode())
                    .as("another client")
                    .isEqualTo(200);
            assertThat(greedy.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }
}
