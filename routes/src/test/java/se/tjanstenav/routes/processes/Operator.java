package se.tjanstenav.routes.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import se.tjanstenav.routes.HubClient;

/** Somebody with the operator's key, at one hub. */
record Operator(HubClient client, Supplier<String> log) {

    static Operator of(Hub hub, String key) {
        return new Operator(hub.client().with("Authorization", "Bearer " + key), hub::log);
    }

    /** Asks for a run of the agency's feed and gives its id. */
    String ask(String agency) {
        HttpResponse<byte[]> answer = client.send("POST", "/registry/v1/connectors/" + agency + "/runs");
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8) + System.lineSeparator() + log.get())
                .isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    String outcome(String run) {
        return client.json("/registry/v1/runs/" + run).path("outcome").asString();
    }

    /** The code of what a run failed of, empty where it did not. */
    String fault(String run) {
        return client.json("/registry/v1/runs/" + run).at("/fault/code").asString("");
    }
}
