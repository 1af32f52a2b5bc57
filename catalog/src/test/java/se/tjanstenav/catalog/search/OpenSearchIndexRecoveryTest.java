package se.tjanstenav.catalog.search;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

class OpenSearchIndexRecoveryTest extends IndexRecoveryContract {

    private final Map<String, String> settings = SearchBackends.openSearch();

    @Override
    Map<String, String> backend() {
        return settings;
    }

    @Override
    void deleteIndex() throws IOException, InterruptedException {
        URI all = SharedOpenSearch.uri().resolve("/" + SearchBackends.prefix(settings) + "-*");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(all).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }
}
