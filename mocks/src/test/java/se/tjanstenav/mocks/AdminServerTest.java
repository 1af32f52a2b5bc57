package se.tjanstenav.mocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AdminServerTest {

    private static StubAgencies agencies;
    private static AdminServer admin;

    @BeforeAll
    static void start() throws Exception {
        agencies = StubAgencies.launch("skatteverket", "skelleftea");
        admin = new AdminServer(agencies, 0);
    }

    @AfterAll
    static void stop() {
        admin.close();
        agencies.close();
    }

    @Test
    void stopsAndStartsAnAgency() throws Exception {
        assertThat(send("POST", "/agencies/skelleftea/stop").body()).containsPattern("skelleftea +stopped");
        assertThat(agencies.running("skelleftea")).isFalse();
        assertThat(agencies.running("skatteverket")).isTrue();
        assertThat(send("POST", "/agencies/skelleftea/start").statusCode()).isEqualTo(200);
        assertThat(agencies.running("skelleftea")).isTrue();
    }

    @Test
    void switchesFaultsAndListsThem() throws Exception {
        assertThat(send("POST", "/agencies/skatteverket/fault/slow-drip").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/").body()).containsPattern("skatteverket +running +fault SLOW_DRIP");
        assertThat(send("POST", "/agencies/skatteverket/fault/none").body())
                .containsPattern("skatteverket +running +fault NONE");
    }

    @Test
    void tellsWhatItKnowsWhenAskedForSomethingElse() throws Exception {
        assertThat(send("POST", "/agencies/nobody/stop").statusCode()).isEqualTo(404);
        assertThat(send("POST", "/agencies/skelleftea/fault/flood").statusCode())
                .isEqualTo(404);
        assertThat(send("POST", "/agencies/skelleftea/dance").body()).contains("stop | start");
        assertThat(send("GET", "/agencies/skelleftea/stop").statusCode()).isEqualTo(405);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin.port() + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
