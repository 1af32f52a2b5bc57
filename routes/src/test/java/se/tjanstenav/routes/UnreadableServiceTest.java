package se.tjanstenav.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class UnreadableServiceTest {

    @Test
    void isAnsweredWithAProblemThatTellsNothingOfTheInside(@TempDir Path folder) {
        try (HubUnderTest hub = HubUnderTest.alone(folder)) {
            JdbcClient.create(hub.bean(DataSource.class))
                    .sql("insert into service (id, authority, hash, content_hash, body, changed_at)"
                            + " values ('skatteverket-broken', 'skatteverket', 'h', 'h', '{\"inside\":', 0)")
                    .update();
            HubClient client = hub.client();

            HttpResponse<byte[]> answer = client.get("/catalog/v1/services/skatteverket-broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            JsonNode problem = client.json(answer);
            assertThat(problem.path("type").asString()).startsWith("urn:tjanstenav:problem:");
            assertThat(problem.toString()).doesNotContain("inside").doesNotContain("Exception");
            assertThat(client.get("/catalog/v1/services/skatteverket-none").statusCode())
                    .isEqualTo(404);
        }
    }
}
